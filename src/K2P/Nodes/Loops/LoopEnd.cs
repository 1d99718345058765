using K2P.Python;
using K2P.Workflows;

namespace K2P.Nodes.Loops;

/// <summary>Loop End: the tables of all rounds below each other, for one or more ports.</summary>
/// <remarks><c>LoopEndNodeModel</c>, <c>LoopEnd2NodeModel</c>, <c>LoopEndDynamicNodeModel</c>, <c>ConcatenateTableFactory</c>: empty tables are never part of the result.</remarks>
internal sealed class LoopEnd : NodeTranslator<LoopEnd.Settings>
{
    private const string Package = "org.knime.base.node.meta.looper.";
    private const string OnePort = Package + "LoopEndNodeFactory";
    private const string TwoPorts = Package + "LoopEnd2NodeFactory";
    private const string Dynamic = Package + "LoopEndDynamicNodeFactory";

    /// <param name="HasIteration">A column with the round's number is added.</param>
    /// <param name="RowIds">What becomes of RowIDs: suffix, new or keep.</param>
    /// <param name="MayChange">For each port, whether rounds may give other columns.</param>
    /// <param name="PassesVariables">Flow variables of the last round go on behind the loop.</param>
    internal sealed record Settings(
        bool HasIteration,
        string RowIds,
        IReadOnlyList<bool> MayChange,
        bool PassesVariables
    );

    public override NodeInfo Info { get; } =
        new("Loop End", [Dynamic, OnePort, TwoPorts])
        {
            Result = "collected",
            Limits = "Variables that the last round hands on behind the loop.",
        };

    public override IReadOnlyList<PortKind> OutputsOf(Node node) =>
        node.Factory switch
        {
            TwoPorts => [PortKind.Table, PortKind.Table],
            Dynamic => [.. Enumerable.Repeat(PortKind.Table, Ports(node.Model))],
            _ => Info.Outputs,
        };

    private static int Ports(SettingsConfig model) =>
        Math.Clamp(model.Config("ignoreEmptyTables")?.Integer("array-size") ?? 1, 1, 100);

    protected override Settings Read(SettingsReader model)
    {
        const string Same = "empty tables add nothing, and types are unified";
        IReadOnlyList<bool> mayChange;
        if (model.Factory == TwoPorts)
        {
            model.Skip(
                Same,
                "ignoreEmptyTables1",
                "ignoreEmptyTables2",
                "tolerateColumnTypes1",
                "tolerateColumnTypes2"
            );
            mayChange =
            [
                model.Boolean("tolerateChangingSpecs1", false),
                model.Boolean("tolerateChangingSpecs2", false),
            ];
        }
        else
        {
            model.Skip(Same, "ignoreEmptyTables", "tolerateColumnTypes");
            mayChange =
                model.Factory == OnePort
                    ? [model.Boolean("tolerateChangingSpecs", false)]
                    :
                    [
                        .. (model.TextsOrNull("tolerateChangingSpecs") ?? []).Select(text =>
                            text == "true"
                        ),
                    ];
        }
        var policy = model.Has("uniqueRowIDs")
            ? model.Boolean("uniqueRowIDs")
                ? "APPEND_SUFFIX"
                : "UNMODIFIED"
            : model.Has("rowKeyPolicy")
                ? model.OneOf("rowKeyPolicy", "GENERATE_NEW", "APPEND_SUFFIX", "UNMODIFIED")
                : "APPEND_SUFFIX";
        return new Settings(
            model.Boolean("addIterationColumn", true),
            policy switch
            {
                "GENERATE_NEW" => "new",
                "UNMODIFIED" => "keep",
                _ => "suffix",
            },
            mayChange,
            model.Boolean("propagateLoopVariables", false)
        );
    }

    protected override IEnumerable<PyStatement> Translate(Settings settings, NodeContext node)
    {
        node.Summary = "The tables of all rounds below each other";
        if (settings.PassesVariables)
        {
            node.Partial("Flow variables that a round changed are not handed on behind the loop.");
        }
        var results = new List<PyExpression>();
        for (var port = 0; port < settings.MayChange.Count; port++)
        {
            var arguments = new PyArguments { node.Input(port) };
            if (!settings.HasIteration)
            {
                arguments.Add("iteration", false);
            }
            if (settings.RowIds != "suffix")
            {
                arguments.Add("row_id_policy", settings.RowIds);
            }
            if (settings.MayChange[port])
            {
                arguments.Add("changing", true);
            }
            results.Add(Py.Expr($"collect_rounds({arguments})"));
        }
        yield return Py.Return(results.Count == 1 ? results[0] : PyExpression.Tuple(results));
    }
}

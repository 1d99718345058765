using K2P.Python;

namespace K2P.Nodes.Loops;

/// <summary>Loop End (Column Append): the tables of all rounds side by side.</summary>
/// <remarks><c>LoopEndJoinNodeModel</c>; rounds with other rows are joined by RowID with <c>Joiner</c>.</remarks>
internal sealed class LoopEndColumnAppend : NodeTranslator<LoopEndColumnAppend.Settings>
{
    private const string Older = "org.knime.base.node.meta.looper.LoopEndJoinNodeFactory";

    /// <param name="HasSameRows">All rounds have the same rows, else it is an error.</param>
    /// <param name="PassesVariables">Flow variables of the last round go on behind the loop.</param>
    internal sealed record Settings(bool HasSameRows, bool PassesVariables, bool IsOld);

    public override NodeInfo Info { get; } =
        new(
            "Loop End (Column Append)",
            ["org.knime.base.node.meta.looper.LoopEndJoin2NodeFactory", Older]
        )
        {
            Result = "collected",
            Limits =
                "The order of rows where rounds have different ones; the names that the oldest version gives from round 50 on.",
        };

    protected override Settings Read(SettingsReader model) =>
        new(
            model.Boolean("hasSameRowsInEachIteration", false),
            model.Boolean("propagateLoopVariables", false),
            model.Factory == Older
        );

    protected override IEnumerable<PyStatement> Translate(Settings settings, NodeContext node)
    {
        node.Summary = "The tables of all rounds side by side";
        if (settings.PassesVariables)
        {
            node.Partial("Flow variables that a round changed are not handed on behind the loop.");
        }
        if (!settings.HasSameRows)
        {
            node.Approximate(
                "Rows that only a later round has are put behind the others; KNIME's order may be another."
            );
        }
        yield return Py.Return($"append_rounds({node.Input()}, same_rows={settings.HasSameRows})");
    }
}

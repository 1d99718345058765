using K2P.Python;
using K2P.Workflows;

namespace K2P.Nodes.Flow;

/// <summary>Variable to Table Row: a table of one row with a column for each flow variable.</summary>
/// <remarks><c>VariableToTableNodeModel</c>, and the same with 2, 3 and 4 in their names.</remarks>
internal sealed class VariableToTableRow : NodeTranslator<VariableToTableRow.Settings>
{
    private const string Package = "org.knime.base.node.flowvariable.variabletotablerow";

    /// <param name="Variables">The variables.</param>
    /// <param name="RowId">The row's RowID.</param>
    internal sealed record Settings(VariableChoice Variables, string RowId);

    public override NodeInfo Info { get; } =
        new(
            "Variable to Table Row",
            [
                $"{Package}4.VariableToTable4NodeFactory",
                $"{Package}3.VariableToTable3NodeFactory",
                $"{Package}2.VariableToTable2NodeFactory",
                $"{Package}.VariableToTableNodeFactory",
            ]
        )
        {
            Result = "row",
            Inputs = [PortKind.Variable],
            Limits = "Variables that are chosen by exclusion, pattern or type.",
        };

    protected override Settings Read(SettingsReader model) =>
        new(
            VariableChoice.Read(
                model,
                !model.Factory.Contains("row3", StringComparison.Ordinal)
                    && !model.Factory.Contains("row4", StringComparison.Ordinal)
            ),
            model.TextOrNull("row_id") ?? model.Text("row-id", "values")
        );

    protected override IEnumerable<PyStatement> Translate(Settings settings, NodeContext node)
    {
        node.Summary = "Make a row of flow variables";
        var variables = settings.Variables.Dict(node);
        var ids = Py.Expr($"row_labels([{settings.RowId}])");
        yield return Py.Return($"with_variables(pd.DataFrame(index={ids}), {variables})");
    }
}

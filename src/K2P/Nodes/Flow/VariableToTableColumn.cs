using K2P.Python;
using K2P.Workflows;

namespace K2P.Nodes.Flow;

/// <summary>Variable to Table Column (once Append Variables to Table): appends a column for each flow variable.</summary>
/// <remarks><c>AppendVariableToTableNodeModel</c>, and the same with 2, 3 and 4 in their names.</remarks>
internal sealed class VariableToTableColumn : NodeTranslator<VariableToTableColumn.Settings>
{
    private const string Package = "org.knime.base.node.flowvariable.appendvariabletotable";

    /// <param name="Variables">The variables.</param>
    internal sealed record Settings(VariableChoice Variables);

    public override NodeInfo Info { get; } =
        new(
            "Variable to Table Column",
            [
                $"{Package}4.AppendVariableToTable4NodeFactory",
                $"{Package}3.AppendVariableToTable3NodeFactory",
                $"{Package}2.AppendVariableToTable2NodeFactory",
                $"{Package}.AppendVariableToTableNodeFactory",
            ]
        )
        {
            Result = "extended",
            Inputs = [PortKind.Variable, PortKind.Table],
            Limits = "Variables that are chosen by exclusion, pattern or type.",
        };

    protected override Settings Read(SettingsReader model) =>
        new(
            VariableChoice.Read(
                model,
                !model.Factory.Contains("table3", StringComparison.Ordinal)
                    && !model.Factory.Contains("table4", StringComparison.Ordinal)
            )
        );

    protected override IEnumerable<PyStatement> Translate(Settings settings, NodeContext node)
    {
        node.Summary = "Append flow variables as columns";
        yield return Py.Return($"with_variables({node.Input(1)}, {settings.Variables.Dict(node)})");
    }
}

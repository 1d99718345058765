using K2P.Python;
using K2P.Workflows;

namespace K2P.Nodes.Flow;

/// <summary>Merge Variables: brings the flow variables of several wires together, which the readers of the variables look through.</summary>
internal sealed class MergeVariables : NodeTranslator<MergeVariables.Settings>
{
    internal sealed record Settings;

    public override NodeInfo Info { get; } =
        new(
            "Merge Variables",
            [
                "org.knime.base.node.util.mergevariables.MergeVariables2NodeFactory",
                "org.knime.base.node.util.mergevariables.MergeVariablesNodeFactory",
            ]
        )
        {
            Inputs = [PortKind.Variable, PortKind.Variable, PortKind.Variable],
            Outputs = [PortKind.Variable],
        };

    protected override Settings Read(SettingsReader model) => new();

    protected override IEnumerable<PyStatement> Translate(Settings settings, NodeContext node) =>
        throw node.Skipped("The flow variables go straight from their makers to their readers.");
}

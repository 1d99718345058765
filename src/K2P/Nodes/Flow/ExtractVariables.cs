using K2P.Python;
using K2P.Workflows;

namespace K2P.Nodes.Flow;

/// <summary>Extract Variables: hands the flow variables of a table's wire on without the table.</summary>
internal sealed class ExtractVariables : NodeTranslator<ExtractVariables.Settings>
{
    internal sealed record Settings;

    public override NodeInfo Info { get; } =
        new(
            "Extract Variables",
            [
                "org.knime.base.node.flowvariable.extractvariables.ExtractVariablesNodeFactory",
                "org.knime.base.node.flowvariable.extractvariables.ExtractVariablesDBNodeFactory",
            ]
        )
        {
            Outputs = [PortKind.Variable],
        };

    protected override Settings Read(SettingsReader model) => new();

    protected override IEnumerable<PyStatement> Translate(Settings settings, NodeContext node) =>
        throw node.Skipped("The flow variables go straight from their makers to their readers.");
}

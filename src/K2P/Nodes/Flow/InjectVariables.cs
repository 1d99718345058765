using K2P.Python;
using K2P.Workflows;

namespace K2P.Nodes.Flow;

/// <summary>Inject Variables: puts flow variables on the wire of a table, which stays as it is.</summary>
internal sealed class InjectVariables : NodeTranslator<InjectVariables.Settings>
{
    internal sealed record Settings;

    public override NodeInfo Info { get; } =
        new(
            "Inject Variables",
            ["org.knime.base.node.flowvariable.injectvariables.InjectVariablesNodeFactory"]
        )
        {
            Inputs = [PortKind.Table, PortKind.Variable],
        };

    protected override Settings Read(SettingsReader model) => new();

    protected override IEnumerable<PyStatement> Translate(Settings settings, NodeContext node)
    {
        node.Summary = "Hand the table on";
        yield return Py.Return(node.Input());
    }
}

using K2P.Python;
using K2P.Workflows;

namespace K2P.Nodes.Tables;

/// <summary>Missing Value (Apply): replaces missing cells as a Missing Value node did with another table.</summary>
/// <remarks><c>MissingValueApplyNodeModel</c>.</remarks>
internal sealed class MissingValueApply : NodeTranslator<MissingValueApply.Settings>
{
    internal sealed record Settings;

    public override NodeInfo Info { get; } =
        new(
            "Missing Value (Apply)",
            ["org.knime.base.node.preproc.pmml.missingval.apply.MissingValueApplyNodeFactory"]
        )
        {
            Result = "filled",
            Inputs = [PortKind.Model, PortKind.Table],
        };

    protected override Settings Read(SettingsReader model) => new();

    protected override IEnumerable<PyStatement> Translate(Settings settings, NodeContext node)
    {
        node.Summary = "Replace missing cells as in the first table";
        yield return Py.Return($"fill_columns({node.Input(1)}, {node.Input()})");
    }
}

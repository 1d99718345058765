using K2P.Python;
using K2P.Workflows;

namespace K2P.Nodes.Flow;

/// <summary>Variable Filter: keeps flow variables from what is behind it; what reads them does not look past it.</summary>
/// <remarks><c>VariableFilterNodeModel</c>.</remarks>
internal sealed class FlowVariableFilter : NodeTranslator<FlowVariableFilter.Settings>
{
    internal sealed record Settings;

    public override NodeInfo Info { get; } =
        new(
            "Variable Filter",
            ["org.knime.base.node.flowvariable.filter.VariableFilterNodeFactory"]
        )
        {
            Inputs = [PortKind.Variable],
            Outputs = [PortKind.Variable],
            Limits = "Variables that are chosen by pattern or type are not kept from anything.",
        };

    public override bool Hides(Node node, string variable) =>
        node.Model.Config("filterV2") is { } filter
        && filter.Text("mode") == "MANUAL"
        && filter.Config("manualFilter") is { } manual
        && !Holds(manual, "manuallySelected", variable)
        && (
            manual.Text("includeUnknownColumns") != "true"
            || Holds(manual, "manuallyDeselected", variable)
        );

    private static bool Holds(SettingsConfig manual, string list, string variable) =>
        manual.Config(list) is { } names
        && names
            .Items.OfType<SettingsEntry>()
            .Any(entry => entry.Key != "array-size" && entry.Value == variable);

    protected override Settings Read(SettingsReader model)
    {
        model.SkipAll("the search for variables reads it");
        return new Settings();
    }

    protected override IEnumerable<PyStatement> Translate(Settings settings, NodeContext node) =>
        throw node.Skipped("The flow variables go straight from their makers to their readers.");
}

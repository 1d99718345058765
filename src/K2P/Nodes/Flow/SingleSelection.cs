using K2P.Python;
using K2P.Workflows;

namespace K2P.Nodes.Flow;

/// <summary>Single Selection: one of several texts, and its place among them.</summary>
/// <remarks><c>SingleSelectionQuickFormNodeModel</c>, <c>SingleSelectionDialogNodeModel</c>, <c>SingleSelectionWidgetNodeModel</c>.</remarks>
internal sealed class SingleSelection : NodeTranslator<SingleSelection.Settings>
{
    private const string Index = " (index)";

    /// <param name="Input">The variable.</param>
    /// <param name="Path">Where the value stands.</param>
    /// <param name="Value">The text.</param>
    /// <param name="Choices">All texts.</param>
    internal sealed record Settings(
        DialogInput Input,
        IReadOnlyList<string> Path,
        string Value,
        IReadOnlyList<string> Choices
    );

    public override NodeInfo Info { get; } =
        new(
            "Single Selection",
            [
                "org.knime.js.base.node.configuration.selection.single.SingleSelectionDialogNodeFactory",
                "org.knime.js.base.node.widget.selection.single.SingleSelectionWidgetNodeFactory",
                "org.knime.js.base.node.quickform.selection.single.SingleSelectionQuickFormNodeFactory",
            ]
        )
        {
            Result = "variables",
            Inputs = [],
            Outputs = [PortKind.Variable],
        };

    public override MadeVariables Makes(Node node) =>
        DialogInput.Made(node, ("", "STRING"), (Index, "INTEGER"));

    protected override Settings Read(SettingsReader model)
    {
        var value = model.Config("defaultValue");
        IReadOnlyList<string> path = ["defaultValue", "variable_value"];
        var text = value.TextOrNull("variable_value");
        if (text is null && value.NullableTexts("variable_value") is { Count: > 0 } texts)
        {
            path = [.. path, "0"];
            text = texts[0];
        }
        return new Settings(
            DialogInput.Read(model),
            path,
            text ?? "",
            model.Texts("possible_choices")
        );
    }

    protected override IEnumerable<PyStatement> Translate(Settings settings, NodeContext node)
    {
        var (input, path, value, choices) = settings;
        node.Summary = $"Hand on {input.Label}";
        var chosen = node.Chosen(path, "STRING", value, input.Variable, input.Label);
        var list = node.Local("choices");
        yield return Py.Assign(list, $"{choices}");
        var index = Py.Expr($"{list}.index({chosen}) if {chosen} in {list} else -1");
        yield return Py.Return(
            PyExpression.Dict([
                KeyValuePair.Create(input.Variable, chosen),
                KeyValuePair.Create(input.Variable + Index, index),
            ])
        );
    }
}

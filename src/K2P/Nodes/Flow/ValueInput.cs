using K2P.Python;
using K2P.Workflows;

namespace K2P.Nodes.Flow;

/// <summary>The nodes that ask the user for one value: a text, a number, a yes or no, or a column.</summary>
/// <remarks>
/// <c>createAndPushFlowVariable</c> of <c>StringInputQuickFormNodeModel</c>, <c>StringDialogNodeModel</c>, <c>StringWidgetNodeModel</c>
/// and their like. A value that was chosen in a view is taken from the variable that KNIME stored.
/// </remarks>
/// <param name="info">Which node.</param>
/// <param name="key">The key of the value.</param>
/// <param name="type">KNIME's type word.</param>
internal sealed class ValueInput(NodeInfo info, string key, string type)
    : NodeTranslator<ValueInput.Settings>
{
    private const string Js = "org.knime.js.base.node.";
    private const string Knime2 = "org.knime.quickform.nodes.in.";

    /// <param name="Input">The variable.</param>
    /// <param name="Path">Where the value stands.</param>
    /// <param name="Value">The value.</param>
    /// <param name="IsNumber">A yes or no is handed on as 1 or 0.</param>
    internal sealed record Settings(
        DialogInput Input,
        IReadOnlyList<string> Path,
        string Value,
        bool IsNumber
    );

    /// <summary>One for each kind of value.</summary>
    public static IReadOnlyList<NodeTranslator> All { get; } =
    [
        Of(
            "Boolean Input",
            "boolean",
            "BOOLEAN",
            [],
            "configuration.input.bool.BooleanDialogNodeFactory",
            "widget.input.bool.BooleanWidgetNodeFactory",
            "quickform.input.bool.BooleanInputQuickFormNodeFactory"
        ),
        Of(
            "Column Selection",
            "column",
            "STRING",
            [PortKind.Table],
            "configuration.selection.column.ColumnSelectionDialogNodeFactory2",
            "configuration.selection.column.ColumnSelectionDialogNodeFactory",
            "widget.selection.column.ColumnSelectionWidgetNodeFactory",
            "quickform.selection.column.ColumnSelectionQuickFormNodeFactory"
        ),
        Of(
            "Double Input",
            "double",
            "DOUBLE",
            [],
            "configuration.input.dbl.DoubleDialogNodeFactory",
            "widget.input.dbl.DoubleWidgetNodeFactory",
            "quickform.input.dbl.DoubleInputQuickFormNodeFactory"
        ),
        Of(
            "Integer Input",
            "integer",
            "INTEGER",
            [],
            "configuration.input.integer.IntegerDialogNodeFactory",
            "widget.input.integer.IntegerWidgetNodeFactory",
            "quickform.input.integer.IntInputQuickFormNodeFactory"
        ),
        Of(
            "Slider Input",
            "double",
            "DOUBLE",
            [PortKind.Table],
            "widget.input.slider.SliderWidgetNodeFactory",
            "quickform.input.slider.SliderInputQuickFormNodeFactory"
        ),
        Of(
            "String Input",
            "string",
            "STRING",
            [],
            "configuration.input.string.StringDialogNodeFactory",
            "widget.input.string.StringWidgetNodeFactory",
            "quickform.input.string.StringInputQuickFormNodeFactory"
        ),
        Old("Integer Input (KNIME 2)", "INTEGER", "integer.IntInputQuickFormInNodeFactory"),
        Old("Double Input (KNIME 2)", "DOUBLE", "dbl.DoubleInputQuickFormInNodeFactory"),
        Old("String Input (KNIME 2)", "STRING", "string.StringInputQuickFormInNodeFactory"),
    ];

    private static ValueInput Of(
        string name,
        string key,
        string type,
        IReadOnlyList<PortKind> inputs,
        params ReadOnlySpan<string> factories
    ) =>
        new(
            new NodeInfo(name, [.. factories.ToArray().Select(factory => Js + factory)])
            {
                Result = "variables",
                Inputs = inputs,
                Outputs = [PortKind.Variable],
            },
            key,
            type
        );

    private static ValueInput Old(string name, string type, string factory) =>
        new(
            new NodeInfo(name, [Knime2 + factory])
            {
                Result = "variables",
                Inputs = [],
                Outputs = [PortKind.Variable],
            },
            "value",
            type
        );

    public override NodeInfo Info => info;

    private bool PushesNumber(Func<string, string?> text) =>
        type == "BOOLEAN" && text("pushIntVar") != "false";

    public override MadeVariables Makes(Node node) =>
        DialogInput.Made(node, ("", PushesNumber(node.Model.Text) ? "INTEGER" : type));

    protected override Settings Read(SettingsReader model)
    {
        var input = DialogInput.Read(model);
        model.Skip("which columns the dialog offers", "possibleColumns", "input_filter");
        model.Skip(
            "how the slider looks and what it allows",
            "sliderSettings",
            "domainColumn",
            "customMin",
            "customMax",
            "useCustomMin",
            "useCustomMax"
        );
        var branch = DialogInput.ValueKey(model);
        return new Settings(
            input,
            [branch, key],
            model.Config(branch).Text(key, ""),
            PushesNumber(model.TextOrNull)
        );
    }

    protected override IEnumerable<PyStatement> Translate(Settings settings, NodeContext node)
    {
        var (input, path, value, isNumber) = settings;
        node.Summary = $"Hand on {input.Label}";
        var chosen = node.Chosen(
            path,
            type,
            value,
            input.Variable,
            input.Label,
            key == "column" ? "No column is chosen; KNIME takes one by the table's types." : null
        );
        yield return Py.Return(
            PyExpression.Dict([
                KeyValuePair.Create(input.Variable, isNumber ? Py.Expr($"int({chosen})") : chosen),
            ])
        );
    }
}

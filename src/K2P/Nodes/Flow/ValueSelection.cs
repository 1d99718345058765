using K2P.Python;
using K2P.Workflows;

namespace K2P.Nodes.Flow;

/// <summary>Value Selection: one of the values of a column.</summary>
/// <remarks><c>ValueSelectionQuickFormNodeModel</c>, <c>ValueSelectionDialogNodeModel</c>, <c>ValueSelectionWidgetNodeModel</c>, <c>ValueSelectionInputQuickFormInNodeModel</c>.</remarks>
internal sealed class ValueSelection : NodeTranslator<ValueSelection.Settings>
{
    private const string Old =
        "org.knime.quickform.nodes.in.selection.value.ValueSelectionInputQuickFormInNodeFactory";

    /// <param name="Input">The variable.</param>
    /// <param name="Branch">Where column and value stand.</param>
    /// <param name="Column">The column.</param>
    /// <param name="Value">The value.</param>
    /// <param name="Type">KNIME's type word for the value.</param>
    /// <param name="Suffix">What stands behind the name of the variable for the column.</param>
    internal sealed record Settings(
        DialogInput Input,
        string Branch,
        string Column,
        string Value,
        string Type,
        string Suffix
    );

    public override NodeInfo Info { get; } =
        new(
            "Value Selection",
            [
                "org.knime.js.base.node.configuration.selection.value.ValueSelectionDialogNodeFactory",
                "org.knime.js.base.node.widget.selection.value.ValueSelectionWidgetNodeFactory",
                "org.knime.js.base.node.quickform.selection.value.ValueSelectionQuickFormNodeFactory",
                Old,
            ]
        )
        {
            Result = "variables",
            Outputs = [PortKind.Variable],
            Limits =
                "A value that the table does not have is handed on all the same; KNIME takes another one.",
        };

    private static string SuffixOf(string factory) => factory == Old ? "_column" : " (column)";

    private static string TypeOf(string? columnType) =>
        columnType switch
        {
            "Integer" => "INTEGER",
            "Double" => "DOUBLE",
            _ => "STRING",
        };

    public override MadeVariables Makes(Node node) =>
        DialogInput.Made(
            node,
            ("", TypeOf(node.Model.Text("columnType"))),
            (SuffixOf(node.Factory), "STRING")
        );

    protected override Settings Read(SettingsReader model)
    {
        var branch = DialogInput.ValueKey(model);
        var value = model.Config(branch);
        value.Skip("whether the dialog lets the column be changed", "lockColumn");
        model.Skip(
            "what the dialog offers",
            "lockColumn",
            "possibleColumns",
            "colValues",
            "choices",
            "choice-array"
        );
        var type = model.Has("columnType")
            ? model.OneOf("columnType", "All", "Integer", "Double", "String", "Date")
            : null;
        return new Settings(
            DialogInput.Read(model),
            branch,
            value.Text("column", ""),
            value.Text("value", ""),
            TypeOf(type),
            SuffixOf(model.Factory)
        );
    }

    protected override IEnumerable<PyStatement> Translate(Settings settings, NodeContext node)
    {
        var (input, branch, column, value, type, suffix) = settings;
        node.Summary = $"Hand on {input.Label}";
        var chosenColumn = node.Chosen(
            [branch, "column"],
            "STRING",
            column,
            input.Variable + suffix,
            $"{input.Label}: the column"
        );
        var chosen = node.Chosen([branch, "value"], type, value, input.Variable, input.Label);
        yield return Py.Return(
            PyExpression.Dict([
                KeyValuePair.Create(input.Variable, chosen),
                KeyValuePair.Create(input.Variable + suffix, chosenColumn),
            ])
        );
    }
}

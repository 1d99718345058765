using K2P.Nodes.Shared;
using K2P.Python;

namespace K2P.Nodes.Flow;

/// <summary>Column Filter Configuration and Widget: keeps the columns that the user chooses.</summary>
/// <remarks><c>ColumnFilterDialogNodeModel</c>, <c>ColumnFilterWidgetNodeModel</c>, <c>ColumnFilterQuickFormNodeModel</c>. The list of names is a flow variable, too, which the code does not hand on.</remarks>
internal sealed class ColumnFilterInput : NodeTranslator<ColumnFilterInput.Settings>
{
    /// <param name="Input">The variable.</param>
    /// <param name="Columns">The columns.</param>
    internal sealed record Settings(DialogInput Input, ColumnSelection Columns);

    public override NodeInfo Info { get; } =
        new(
            "Column Filter (of a dialog)",
            [
                "org.knime.js.base.node.configuration.filter.column.ColumnFilterDialogNodeFactory2",
                "org.knime.js.base.node.configuration.filter.column.ColumnFilterDialogNodeFactory",
                "org.knime.js.base.node.widget.filter.column.ColumnFilterWidgetNodeFactory2",
                "org.knime.js.base.node.widget.filter.column.ColumnFilterWidgetNodeFactory",
                "org.knime.js.base.node.quickform.filter.column.ColumnFilterQuickFormNodeFactory",
            ]
        )
        {
            Result = "filtered",
            Limits =
                "The columns are fixed; their names as a flow variable stay those of the last run.",
        };

    protected override Settings Read(SettingsReader model)
    {
        model.Skip("which columns the dialog offers", "possibleColumns", "input_filter");
        model.Skip("the dialog refuses other choices", "validation");
        var value = model.Config("defaultValue");
        if (value.TryConfig("columnFilter")?.TryConfig("columnFilter") is not { } panel)
        {
            return new Settings(
                DialogInput.Read(model),
                new ColumnSelection.Only(value.Texts("columns"))
            );
        }
        value.Skip("the names that the panel gave", "columns");
        return new Settings(DialogInput.Read(model), ColumnSelectionReader.Read(panel));
    }

    protected override IEnumerable<PyStatement> Translate(Settings settings, NodeContext node)
    {
        node.Summary = settings.Columns.Summary;
        yield return Py.Return(settings.Columns.Keep(node, node.Input()));
    }
}

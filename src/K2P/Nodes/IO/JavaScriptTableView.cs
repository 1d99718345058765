using K2P.Python;

namespace K2P.Nodes.IO;

/// <summary>Table View (JavaScript): hands the table on, with a column that tells which rows were selected in the view.</summary>
/// <remarks>The selection that a user made and kept as the view's default is not known here: no row is selected.</remarks>
internal sealed class JavaScriptTableView : NodeTranslator<JavaScriptTableView.Settings>
{
    /// <param name="SelectionColumn">The new column; null where rows cannot be selected.</param>
    internal sealed record Settings(string? SelectionColumn);

    public override NodeInfo Info { get; } =
        new(
            "Table View (JavaScript)",
            [
                "org.knime.js.base.node.viz.pagedTable.PagedTableViewNodeFactory",
                "org.knime.js.base.node.viz.table.WebTableViewNodeFactory",
            ]
        );

    protected override Settings Read(SettingsReader model)
    {
        var name = model.Text("selectionColumnName");
        var settings = new Settings(model.Boolean("enableSelection") ? name : null);
        model.SkipAll("the rest is the look of the view");
        return settings;
    }

    protected override IEnumerable<PyStatement> Translate(Settings settings, NodeContext node)
    {
        var table = node.Input();
        if (settings.SelectionColumn is not { } wish)
        {
            node.Summary = "Hand the table on";
            yield return Py.Return(table);
            yield break;
        }
        node.Summary = "Hand the table on with the selection of the view";
        node.Approximate("What a user selected in the view is not known: no row is selected.");
        var name = node.Local("name");
        yield return Py.Assign(name, $"unique_name({wish}, {table}.columns)");
        var selected = Py.Expr($"pd.Series(False, index={table}.index, dtype='boolean')");
        yield return Py.Return($"{table}.assign(**{{{name}: {selected}}})");
    }
}

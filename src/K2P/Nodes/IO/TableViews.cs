using K2P.Python;

namespace K2P.Nodes.IO;

/// <summary>The views of a table without outputs: Interactive Table and the modern Table View.</summary>
internal sealed class TableViews : NodeTranslator<TableViews.Settings>
{
    internal sealed record Settings;

    public override NodeInfo Info { get; } =
        new(
            "Table View",
            [
                "org.knime.base.views.node.tableview.TableViewNodeFactory",
                "org.knime.base.node.viz.table.TableNodeFactory",
            ]
        )
        {
            Outputs = [],
        };

    protected override Settings Read(SettingsReader model)
    {
        model.SkipAll("a view changes no table");
        return new();
    }

    protected override IEnumerable<PyStatement> Translate(Settings settings, NodeContext node) =>
        throw node.Skipped("It only shows the table.");
}

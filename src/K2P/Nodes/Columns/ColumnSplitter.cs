using K2P.Nodes.Shared;
using K2P.Python;
using K2P.Workflows;

namespace K2P.Nodes.Columns;

/// <summary>Column Splitter: the columns that are not chosen, and the chosen ones.</summary>
/// <remarks><c>SplitNodeModel2</c>: the chosen columns go to the second output.</remarks>
internal sealed class ColumnSplitter : NodeTranslator<ColumnSplitter.Settings>
{
    internal sealed record Settings(ColumnSelection Columns);

    public override NodeInfo Info { get; } =
        new("Column Splitter", ["org.knime.base.node.preproc.split2.SplitNodeFactory2"])
        {
            Results = ["others", "chosen"],
            Outputs = [PortKind.Table, PortKind.Table],
            Limits =
                "A choice by type cannot tell types apart that a DataFrame holds alike, such as Int and Long.",
        };

    protected override Settings Read(SettingsReader model) =>
        new(ColumnSelection.Read(model, "Filter Column Settings"));

    protected override IEnumerable<PyStatement> Translate(Settings settings, NodeContext node)
    {
        node.Summary = "Part the columns into those not chosen and those chosen";
        var table = node.Input();
        settings.Columns.Report(node);
        var chosen = node.Local("chosen");
        yield return Py.Assign(chosen, $"{settings.Columns.Names(node, table)}");
        yield return Py.Return($"({table}.drop(columns={chosen}), {table}[{chosen}])");
    }
}

using K2P.Python;
using K2P.Workflows;

namespace K2P.Nodes.Rows;

/// <summary>Row Splitter: the rows that meet a condition, and the rows that do not.</summary>
/// <remarks><c>RowFilter2PortNodeModel</c>, and <c>RowFilterNodeModel</c> with two outputs.</remarks>
internal sealed class RowSplitter : NodeTranslator<RowFilterCriteria>
{
    private const string Newer = "org.knime.base.node.preproc.filter.row3.RowSplitterNodeFactory";

    public override NodeInfo Info { get; } =
        new(
            "Row Splitter",
            [Newer, "org.knime.base.node.preproc.filter.row.RowFilter2PortNodeFactory"]
        )
        {
            Results = ["matching", "others"],
            Outputs = [PortKind.Table, PortKind.Table],
            Limits =
                "Conditions on the elements of collections, on times, zoned dates and durations, and regular expressions that Python does not have.",
        };

    protected override RowFilterCriteria Read(SettingsReader model) =>
        model.Factory == Newer
            ? RowFilterCriteria.Read(model)
            : new RowFilterCriteria(RowFilterTree.Read(model), null);

    protected override IEnumerable<PyStatement> Translate(
        RowFilterCriteria settings,
        NodeContext node
    )
    {
        settings.Report(node);
        node.Summary = $"Split off the rows with {settings.Test.Text}";
        var table = node.Input();
        if (settings.Test is { Keep: { } keep, Drop: { } drop })
        {
            yield return Py.Return($"{keep(table)}, {drop(table)}");
            yield break;
        }
        var matches = node.Local("matches");
        yield return Py.Assign(matches, settings.Test.FullMask(table));
        yield return Py.Return($"{table}[{matches}], {table}[~{matches}]");
    }
}

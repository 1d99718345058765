using K2P.Python;

namespace K2P.Nodes.Rows;

/// <summary>Row Filter: keeps the rows that meet a condition, or those that do not.</summary>
/// <remarks><c>RowFilterNodeModel</c> of both kinds; the conditions are read by <see cref="RowFilterTree"/> and <see cref="RowFilterCriteria"/>.</remarks>
internal sealed class RowFilter : NodeTranslator<RowFilterCriteria>
{
    private const string Newer = "org.knime.base.node.preproc.filter.row3.RowFilterNodeFactory";

    public override NodeInfo Info { get; } =
        new("Row Filter", [Newer, "org.knime.base.node.preproc.filter.row.RowFilterNodeFactory"])
        {
            Result = "filtered",
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
        node.Summary = $"Keep the rows with {settings.Test.Text}";
        yield return Py.Return(settings.Test.Select(node.Input()));
    }
}

using K2P.Python;

namespace K2P.Nodes.Columns;

/// <summary>Column Resorter: puts columns in another order; a place holder says where columns go that the dialog did not know.</summary>
/// <remarks><c>ColumnResorterNodeModel</c>. Without the place holder KNIME refuses unknown columns; the script puts them at the end.</remarks>
internal sealed class ColumnResorter : NodeTranslator<ColumnResorter.Settings>
{
    private const string PlaceHolder = "<any unknown new column>";

    /// <param name="First">The columns before the unknown ones.</param>
    /// <param name="Last">The columns behind them.</param>
    internal sealed record Settings(IReadOnlyList<string> First, IReadOnlyList<string> Last);

    public override NodeInfo Info { get; } =
        new(
            "Column Resorter",
            ["org.knime.base.node.preproc.columnresorter.ColumnResorterNodeFactory"]
        )
        {
            Result = "resorted",
        };

    protected override Settings Read(SettingsReader model)
    {
        var order = model.Texts("ColumnOrder").Distinct().ToList();
        var place = order.IndexOf(PlaceHolder);
        return place < 0
            ? new Settings(order, [])
            : new Settings(order[..place], order[(place + 1)..]);
    }

    protected override IEnumerable<PyStatement> Translate(Settings settings, NodeContext node)
    {
        var table = node.Input();
        IReadOnlyList<string> known = [.. settings.First, .. settings.Last];
        if (known.Count == 0)
        {
            node.Summary = "Keep the order of the columns";
            return [Py.Return(table)];
        }
        node.Summary = "Change the order of the columns";
        var order = node.Local("order");
        var name = node.Local("name");
        var unknown = settings switch
        {
            { Last: [] } => Py.Expr($"len({order})"),
            { First: [] } => Py.Expr($"{-1}"),
            _ => Py.Expr($"{settings.First.Count - 0.5}"),
        };
        return
        [
            Py.Assign(order, $"{known}"),
            Py.Return(
                $"{table}[sorted({table}.columns, key=lambda {name}: {order}.index({name}) if {name} in {order} else {unknown})]"
            ),
        ];
    }
}

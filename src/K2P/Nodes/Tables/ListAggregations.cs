using K2P.Python;

namespace K2P.Nodes.Tables;

/// <summary>The aggregation methods for lists and sets (<c>org.knime.base.data.aggregation.collection</c>).</summary>
internal static class ListAggregations
{
    private const string Order =
        "The order of the elements of an intersection is that of a Java hash set in KNIME.";

    /// <summary>The method of that id, or null.</summary>
    public static AggregationMethod? Find(string id, SettingsReader? settings) =>
        id switch
        {
            "Element count" => Counted(id, cells => Each(cells, Py.Expr($"element_count"))),
            "Append elements" => Appended(settings),
            "Union" => Listed(id, cells => Each(cells, Py.Expr($"union_of_lists"), true)),
            "Union count" => Counted(id, cells => Length(cells, Py.Expr($"union_of_lists"))),
            "Unique element count" => new(id, cells => Length(cells, Py.Expr($"union_of_lists")))
            {
                Dtype = "Int64",
            },
            "Exclusive-or" => Listed(
                id,
                cells => Each(cells, Py.Expr($"elements_of_one_list"), true)
            ),
            "Exclusive-or count" => Counted(
                id,
                cells => Length(cells, Py.Expr($"elements_of_one_list"))
            ),
            "Intersection_2.12" => Listed("Intersection", cells => Intersection(cells)) with
            {
                Doubt = Order,
            },
            "Intersection" => Listed(id, cells => Intersection(WithoutMissing(cells))) with
            {
                Doubt = Order,
            },
            "Intersection count_2.12" => Counted(
                "Intersection count",
                cells => Py.Expr($"{Intersection(cells)}.map(list_length)")
            ),
            "Intersection count" => Counted(
                id,
                cells => Py.Expr($"{Intersection(WithoutMissing(cells))}.map(list_length)")
            ),
            _ => null,
        };

    private static AggregationMethod Appended(SettingsReader? settings)
    {
        settings?.Skip("the class of the settings", "@class");
        var keepsMissing = settings is not null && !settings.Boolean("ignoreMissing", true);
        return Listed(
            "Append elements",
            cells =>
                WithoutMissing(cells)
                    .Each(
                        Py.Expr($"appended_elements"),
                        keepsMissing ? new PyArguments { { "keep_missing", true } } : null
                    )
        );
    }

    private static AggregationMethod Listed(string label, Func<GroupCells, PyExpression> values) =>
        new(label, values) { HasMissingOption = true };

    private static AggregationMethod Counted(string label, Func<GroupCells, PyExpression> values) =>
        new(label, values) { HasMissingOption = true, Dtype = "Int64" };

    private static PyExpression Each(
        GroupCells cells,
        PyExpression function,
        bool isLimited = false
    ) => (cells with { IncludesMissing = true }).Each(function, isLimited: isLimited);

    private static PyExpression Length(GroupCells cells, PyExpression function) =>
        Py.Expr($"{Each(cells, function, true)}.map(len, na_action='ignore')");

    private static PyExpression Intersection(GroupCells cells) =>
        cells.Each(Py.Expr($"intersection_of_lists"), isLimited: true);

    private static GroupCells WithoutMissing(GroupCells cells) =>
        cells with
        {
            IncludesMissing = false,
        };
}

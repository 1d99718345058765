using K2P.Python;

namespace K2P.Nodes.Tables;

/// <summary>The aggregation methods for dates and times (<c>org.knime.base.data.aggregation.date</c> and <c>datetime</c>).</summary>
internal static class DateAggregations
{
    private const string Date = "datetime64[ns]";

    /// <summary>The method of that id, or null.</summary>
    public static AggregationMethod? Find(string id, SettingsReader? settings) =>
        id switch
        {
            "Mean Local Date" => Mean(Date, true),
            "Mean Local Date Time" => Mean(Date, false),
            "Mean Local Time" => Mean(null, false),
            "Median Local Date" => Median(settings, Date, true),
            "Median Local Date Time" => Median(settings, Date, false),
            "Median Local Time" => Median(settings, null, false),
            "Duration date time" or "Duration time" => new(
                "Duration",
                cells => Each(cells, Py.Expr($"date_range"), null, "timedelta64[ns]")
            ),
            "Period" => new(id, cells => Each(cells, Py.Expr($"date_period"), null, null)),
            "Mean date" => new(id, cells => Py.Expr($"{cells.Cells}.mean().dt.floor('ms')")),
            "Date range(day)" => new(
                id,
                cells => Py.Expr($"{Range(cells)} / pd.Timedelta(days=1)")
            ),
            "Date range(ms)" => new(
                id,
                cells => Py.Expr($"{Range(cells)} // pd.Timedelta(milliseconds=1)")
            )
            {
                Dtype = "Int64",
            },
            _ => null,
        };

    private static AggregationMethod Mean(string? dtype, bool areDays) =>
        new(
            "Mean",
            cells =>
                Each(
                    cells,
                    Py.Expr($"mean_date"),
                    areDays ? new PyArguments { { "days", true } } : null,
                    dtype
                )
        );

    private static AggregationMethod Median(SettingsReader? settings, string? dtype, bool areDays)
    {
        settings?.Skip("the class of the settings", "@class");
        var method = settings?.OneOf(
            "medianMethod",
            "Mean of middle values",
            "Lower middle value",
            "Upper middle value"
        ) switch
        {
            "Lower middle value" => "lower",
            "Upper middle value" => "upper",
            _ => "mean",
        };
        return new(
            "Median",
            cells =>
            {
                var arguments = new PyArguments { Py.Expr($"{method}") };
                if (areDays)
                {
                    arguments.Add("days", true);
                }
                return Each(cells, Py.Expr($"middle_date"), arguments, dtype);
            }
        );
    }

    private static PyExpression Range(GroupCells cells) =>
        Py.Expr($"{cells.Cells}.max() - {cells.Cells}.min()");

    private static PyExpression Each(
        GroupCells cells,
        PyExpression function,
        PyArguments? arguments,
        string? dtype
    ) =>
        (cells with { IncludesMissing = true }).Each(
            function,
            arguments,
            dtype is null ? null : PyExpression.Literal(dtype)
        );
}

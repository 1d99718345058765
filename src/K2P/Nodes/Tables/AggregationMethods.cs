using System.Globalization;
using K2P.Python;

namespace K2P.Nodes.Tables;

/// <summary>The aggregation methods of KNIME's core by their ids (<c>AggregationMethods</c>), older ones among them.</summary>
internal static class AggregationMethods
{
    private const string Float = "float64";
    private const string Integer = "Int64";

    /// <summary>The method of that id; the node becomes a stub where the id is not known.</summary>
    /// <param name="id">The id.</param>
    /// <param name="settings">The method's own settings; null where there are none.</param>
    /// <param name="model">The node's settings, to tell what is wrong.</param>
    public static AggregationMethod Read(
        string id,
        SettingsReader? settings,
        SettingsReader model
    ) =>
        General(id)
        ?? Texts(id)
        ?? Statistics(id)
        ?? Moments(id)
        ?? WithSettings(id, settings)
        ?? Pairs(id, settings)
        ?? ListAggregations.Find(id, settings)
        ?? DateAggregations.Find(id, settings)
        ?? throw model.Manual($"The aggregation method '{id}' has no translation.");

    private static AggregationMethod? General(string id) =>
        id switch
        {
            "Count" => Option(id, Integer, Count),
            "Value count" => new(id, Count) { Dtype = Integer },
            "Percent" => Option(
                id,
                Float,
                cells => Py.Expr($"{Count(cells)} / len({cells.Table}) * 100")
            ),
            "Missing value count" => new(
                id,
                cells => Py.Expr($"{cells.Groups}.size() - {cells.Cells}.count()")
            )
            {
                Dtype = Integer,
            },
            "Unique count" => Option(id, Integer, UniqueCount),
            "First" => Option(id, null, cells => End(cells, "first")),
            "Last" => Option(id, null, cells => End(cells, "last")),
            "First value" => new(id, cells => Py.Expr($"{cells.Cells}.first()")),
            "Last value" => new(id, cells => Py.Expr($"{cells.Cells}.last()")),
            "Minimum" => Option("Min", null, cells => Extreme(cells, false)),
            "Maximum" => Option("Max", null, cells => Extreme(cells, true)),
            "Mode" => Option(
                id,
                null,
                cells => cells.Each(Py.Expr($"most_frequent"), null, cells.Dtype, true)
            ),
            "List" => Option(id, null, cells => cells.Each(Py.Expr($"cell_list"), isLimited: true)),
            "List (sorted)" => Option(
                "Sorted list",
                null,
                cells => cells.Each(Py.Expr($"sorted_cells"), isLimited: true)
            ),
            "Set" => Option(
                id,
                null,
                cells => cells.Each(Py.Expr($"distinct_cells"), isLimited: true)
            ),
            "True Count" => new("#True", cells => Py.Expr($"{cells.Cells}.sum()"))
            {
                Dtype = Integer,
            },
            "False Count" => new(
                "#False",
                cells => Py.Expr($"{cells.Cells}.count() - {cells.Cells}.sum()")
            )
            {
                Dtype = Integer,
            },
            _ => null,
        };

    private static AggregationMethod? Texts(string id) =>
        id switch
        {
            "Concatenate_V2.4" => Option("Concatenate", null, cells => Joined(cells)),
            "uniqueConcatenate_V2.4" => Option(
                "Unique concatenate",
                null,
                cells => Distinct(cells)
            ),
            "uniqueConcatenateWithCount_V2.4" => Option(
                "Unique concatenate with count",
                null,
                cells => Distinct(cells, counts: true)
            ),
            // Before KNIME 2.4 missing cells were left out, and no cells made an empty text.
            "Concatenate" => Option(
                id,
                null,
                cells => Joined(cells with { IncludesMissing = false }, isNeverMissing: true)
            ),
            "Unique concatenate" => new(id, cells => Distinct(cells, isNeverMissing: true)),
            "Unique concatenate with count" => new(
                id,
                cells => Distinct(cells, counts: true, isNeverMissing: true)
            ),
            _ => null,
        };

    private static AggregationMethod? Statistics(string id) =>
        id switch
        {
            "Mean_V4.6" or "Mean" => Number("Mean", cells => Py.Expr($"{cells.Cells}.mean()")),
            "Sum_V2.5.2" => new("Sum", Sum) { NeedsNumbers = true },
            "Sum" => Number(id, cells => Py.Expr($"{cells.Cells}.sum(min_count=1)")),
            "Product" => Number(id, cells => Py.Expr($"{cells.Cells}.prod(min_count=1)")),
            "Median" => Number(id, Median),
            "Variance" => Number(id, cells => Py.Expr($"variances({cells.Cells})")),
            "Standard deviation" => Number(
                id,
                cells => Py.Expr($"np.sqrt(variances({cells.Cells}))")
            ),
            "Range" => new(id, cells => Py.Expr($"{cells.Cells}.max() - {cells.Cells}.min()"))
            {
                NeedsNumbers = true,
            },
            _ => null,
        };

    private static AggregationMethod? Moments(string id) =>
        id switch
        {
            "Geometric Mean" => Each("Geom. mean", Py.Expr($"geometric_mean")),
            "Geometric standard deviation" => Each(
                "Geom. standard deviation",
                Py.Expr($"geometric_deviation")
            ),
            "Mean absolute deviation" => Each(
                "Mean abs. dev.",
                Py.Expr($"mean_deviation"),
                isLimited: true
            ),
            "Median absolute deviation" => Each(
                "Median abs. dev.",
                Py.Expr($"median_deviation"),
                isLimited: true
            ),
            "Second moment" => Each(id, Py.Expr($"second_moment")),
            "Sum of squares" => Each("Sum squares", Py.Expr($"sum_of_squares")),
            "Sum of logs" => Each("Sum logs", Py.Expr($"sum_of_logarithms")),
            "Skewness" => Each(id, Py.Expr($"skewness")),
            "Kurtosis" => Each(id, Py.Expr($"kurtosis")),
            _ => null,
        };

    private static AggregationMethod? WithSettings(string id, SettingsReader? settings)
    {
        switch (id)
        {
            case "Median_V3.4":
                settings?.Skip("the class of the settings", "@class");
                var middle =
                    settings?.OneOf(
                        "medianMethod",
                        "Mean of middle values",
                        "Lower middle value",
                        "Upper middle value"
                    ) ?? "Mean of middle values";
                return middle == "Mean of middle values"
                    ? Number("Median", Median)
                    : Each(
                        "Median",
                        Py.Expr($"middle_number"),
                        cells => new PyArguments { { "upper", middle == "Upper middle value" } },
                        isLimited: true
                    );
            case "Quantile":
                settings?.Skip("the class of the settings", "@class");
                var share = settings?.Double("customQuantile", 0.5) ?? 0.5;
                var type =
                    settings is null || !settings.Has("customEstimation")
                        ? "LEGACY"
                        : settings.OneOf(
                            "customEstimation",
                            "LEGACY",
                            "R_1",
                            "R_2",
                            "R_3",
                            "R_4",
                            "R_5",
                            "R_6",
                            "R_7",
                            "R_8",
                            "R_9"
                        );
                var label = share.ToString("0.0###############", CultureInfo.InvariantCulture);
                return Each(
                    $"{label}-quantile",
                    Py.Expr($"quantile"),
                    cells =>
                        type == "LEGACY"
                            ? new PyArguments { Py.Expr($"{share}") }
                            : new PyArguments { Py.Expr($"{share}"), Py.Expr($"{type}") },
                    isLimited: true
                );
            default:
                return null;
        }
    }

    /// <summary>Methods that take the cells of a second column (<c>ColumnSelectorOperator</c>).</summary>
    private static AggregationMethod? Pairs(string id, SettingsReader? settings)
    {
        if (settings is null || id is not ("Correlation" or "Covariance"))
        {
            return null;
        }
        settings.Skip("the class of the settings", "@class");
        if (id == "Covariance")
        {
            var other = Other(settings);
            return Number(
                $"{other}-covariance",
                cells => Py.Expr($"covariances({cells.Groups}, {cells.Column}, {other})")
            );
        }
        var second = Other(settings.Config("columnSettings"));
        var method = settings
            .Config("correlationSettings")
            .OneOf("customCorrelation", "PEARSON", "SPEARMAN", "KENDALL");
        var word = method.ToLowerInvariant();
        return Number(
            $"{second}-{method[0]}-corr",
            cells => Py.Expr($"correlations({cells.Groups}, {cells.Column}, {second}, {word})")
        );
    }

    private static string Other(SettingsReader settings)
    {
        var column = Shared.ColumnName.Read(settings, "customColumn");
        return column.Name
            ?? throw settings.Manual("The second column of an aggregation was not chosen.");
    }

    private static AggregationMethod Option(
        string label,
        string? dtype,
        Func<GroupCells, PyExpression> values
    ) => new(label, values) { HasMissingOption = true, Dtype = dtype };

    private static AggregationMethod Number(string label, Func<GroupCells, PyExpression> values) =>
        new(label, values) { Dtype = Float, NeedsNumbers = true };

    private static AggregationMethod Each(
        string label,
        PyExpression function,
        Func<GroupCells, PyArguments>? arguments = null,
        bool isLimited = false
    ) =>
        new(
            label,
            cells =>
                (cells with { IncludesMissing = true }).Each(
                    function,
                    arguments?.Invoke(cells),
                    Py.Expr($"float"),
                    isLimited
                )
        )
        {
            NeedsNumbers = true,
        };

    private static PyExpression Count(GroupCells cells) =>
        cells.IncludesMissing
            ? Py.Expr($"{cells.Groups}.size()")
            : Py.Expr($"{cells.Cells}.count()");

    private static PyExpression UniqueCount(GroupCells cells)
    {
        var count = cells.IncludesMissing
            ? Py.Expr($"{cells.Cells}.nunique(dropna=False)")
            : Py.Expr($"{cells.Cells}.nunique()");
        return Py.Expr($"{count}.where(lambda count: count <= {cells.Limit})");
    }

    private static PyExpression End(GroupCells cells, string which) =>
        (cells.IncludesMissing, which) switch
        {
            (true, "first") => Py.Expr($"first_cells({cells.Cells})"),
            (true, _) => Py.Expr($"first_cells({cells.Cells}, keep='last')"),
            (false, "first") => Py.Expr($"{cells.Cells}.first()"),
            (false, _) => Py.Expr($"{cells.Cells}.last()"),
        };

    private static PyExpression Extreme(GroupCells cells, bool isGreatest)
    {
        if (cells.AreOrdered)
        {
            return isGreatest ? Py.Expr($"{cells.Cells}.max()") : Py.Expr($"{cells.Cells}.min()");
        }
        var arguments = isGreatest ? new PyArguments { { "greatest", true } } : null;
        return (cells with { IncludesMissing = true }).Each(
            Py.Expr($"least_cell"),
            arguments,
            cells.Dtype
        );
    }

    private static PyExpression Sum(GroupCells cells) =>
        cells.Type is "IntCell" or "BooleanCell"
            ? Py.Expr($"int_sums({cells.Cells})")
            : Py.Expr($"{cells.Cells}.sum(min_count=1)");

    private static PyExpression Median(GroupCells cells) =>
        Py.Expr($"{cells.Cells}.median().where({cells.Cells}.count() <= {cells.Limit})");

    private static PyExpression Joined(GroupCells cells, bool isNeverMissing = false)
    {
        var arguments = new PyArguments { Py.Expr($"{cells.Delimiter}") };
        if (cells.AreDates)
        {
            arguments.Add("dates", true);
        }
        if (isNeverMissing)
        {
            arguments.Add("empty", "");
        }
        return cells.Each(Py.Expr($"joined_cells"), arguments);
    }

    private static PyExpression Distinct(
        GroupCells cells,
        bool counts = false,
        bool isNeverMissing = false
    )
    {
        var arguments = new PyArguments { Py.Expr($"{cells.Delimiter}") };
        if (cells.AreDates)
        {
            arguments.Add("dates", true);
        }
        if (counts)
        {
            arguments.Add("counts", true);
        }
        if (isNeverMissing)
        {
            arguments.Add("empty", "");
        }
        return cells.Each(Py.Expr($"joined_distinct_cells"), arguments, isLimited: true);
    }
}

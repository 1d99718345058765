using K2P.Python;

namespace K2P.Nodes.Tables;

/// <summary>What comes into the place of a column's missing cells (<c>MissingCellHandler</c>).</summary>
/// <param name="Replacement">The value, or the function from column to column, given the column; null where missing cells stay.</param>
/// <param name="Words">What is done, in a few words; tells fillings apart.</param>
internal sealed record Filling(string Words, Func<PyExpression, PyExpression>? Replacement)
{
    private const string Handlers = "org.knime.base.node.preproc.pmml.missingval.handlers.";

    /// <summary>Missing cells stay.</summary>
    public static Filling None { get; } = new("nothing", null);

    /// <summary>Rows with missing cells are removed.</summary>
    public static Filling RemoveRow { get; } = new("no row", _ => Py.Expr($"REMOVE_ROW"));

    /// <summary>The mean; the column becomes one of doubles.</summary>
    public static Filling Mean { get; } =
        new("the mean", column => Py.Expr($"{column}.astype('float64').mean()"));

    /// <summary>The mean, rounded half up.</summary>
    public static Filling RoundedMean { get; } =
        new("the rounded mean", column => Py.Expr($"rounded_mean({column})"));

    /// <summary>The least value.</summary>
    public static Filling Minimum { get; } =
        new("the minimum", column => Py.Expr($"{column}.min()"));

    /// <summary>The greatest value.</summary>
    public static Filling Maximum { get; } =
        new("the maximum", column => Py.Expr($"{column}.max()"));

    /// <summary>The most frequent value, the first that gets there.</summary>
    public static Filling FirstMode { get; } =
        new("the mode", column => Py.Expr($"first_mode({column})"));

    /// <summary>A value; two fillings by the same text are the same.</summary>
    public static Filling Value(PyExpression value) => new($"{value}", _ => value);

    /// <summary>The handler that the settings name; the node becomes a stub where it is not known.</summary>
    public static Filling Read(SettingsReader model)
    {
        var factory = model.Text("factoryID");
        if (model.TryConfig("settings") is not { } settings)
        {
            return Read(model, factory, null);
        }
        var filling = Read(model, factory, settings);
        settings.SkipAll("chooses between speed and memory, or is left over from another handler");
        return filling;
    }

    private static Filling Read(SettingsReader model, string factory, SettingsReader? settings)
    {
        var name = factory[(factory.LastIndexOf('.') + 1)..]
            .Replace("MissingCellHandlerFactory", "", StringComparison.Ordinal);
        var isKnown = factory.StartsWith(Handlers, StringComparison.Ordinal) || name == "RemoveRow";
        return (isKnown ? name : factory) switch
        {
            "DoNothing" => None,
            "RemoveRow" => RemoveRow,
            "DoubleMean" => Mean,
            "IntegerMean" => RoundedMean,
            "MedianNumber" => new(
                "the median",
                column => Py.Expr($"{column}.astype('float64').median()")
            ),
            "Min" => Minimum,
            "Max" => Maximum,
            "MostFrequentValue" => FirstMode,
            "Previous" => new("the previous value", _ => Py.Expr($"pd.Series.ffill")),
            "Next" => new("the next value", _ => Py.Expr($"pd.Series.bfill")),
            "LinearInterpolation" => new("a line", _ => Py.Expr($"fill_between")),
            "AverageInterpolation" => new(
                "the average of the neighbours",
                _ => Py.Expr($"lambda column: fill_between(column, by_distance=False)")
            ),
            "DoubleMovingAverage" => Window(
                settings?.Integer("lookbehindSize", 1) ?? 1,
                settings?.Integer("lookaheadSize", 1) ?? 1
            ),
            "FixedDoubleValue" => Value(
                PyExpression.Literal(settings?.Double("fixDoubleValue", 0) ?? 0)
            ),
            "FixedIntegerValue" => Value(
                PyExpression.Literal(settings?.Integer("fixIntegerValue", 0) ?? 0)
            ),
            "FixedLongValue" => Value(PyExpression.Literal(settings?.Long("fixLongValue", 0) ?? 0)),
            "FixedBooleanValue" => Value(
                PyExpression.Literal(settings?.Boolean("fixBooleanValue", true) ?? true)
            ),
            "FixedStringValue" => Value(
                PyExpression.Literal(settings?.Text("fixStringValue", "") ?? "")
            ),
            _ => throw model.Manual($"The way '{factory}' of filling missing cells is not known."),
        };
    }

    private static Filling Window(int behind, int ahead) =>
        new(
            $"the mean of {behind} cells before and {ahead} behind",
            _ => Py.Expr($"lambda column: fill_by_window(column, {behind}, {ahead})")
        );
}

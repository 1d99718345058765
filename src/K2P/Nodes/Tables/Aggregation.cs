using System.Globalization;
using K2P.Expressions.JavaRegex;

namespace K2P.Nodes.Tables;

/// <summary>An aggregation of GroupBy: which columns, by which method, with or without their missing cells.</summary>
internal abstract record Aggregation(AggregationMethod Method, bool IncludesMissing)
{
    /// <summary>One column by its name (<c>ColumnAggregator</c>).</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Type">Its type: the cell class without its package; null for a type without a class.</param>
    internal sealed record OfColumn(
        string Name,
        string? Type,
        AggregationMethod Method,
        bool IncludesMissing
    ) : Aggregation(Method, IncludesMissing);

    /// <summary>Columns whose names match a pattern (<c>PatternAggregator</c>).</summary>
    internal sealed record OfPattern(string Pattern, AggregationMethod Method, bool IncludesMissing)
        : Aggregation(Method, IncludesMissing);

    /// <summary>Columns of a type (<c>DataTypeAggregator</c>).</summary>
    /// <param name="Type">The cell class without its package.</param>
    /// <param name="IncludesSubtypes">Types that can be used as this one are meant, too.</param>
    internal sealed record OfType(
        string Type,
        bool IncludesSubtypes,
        AggregationMethod Method,
        bool IncludesMissing
    ) : Aggregation(Method, IncludesMissing);

    /// <summary>The aggregations of single columns, in the order of the new columns.</summary>
    public static IReadOnlyList<OfColumn> ReadColumns(SettingsReader model)
    {
        var lists = model.Config("aggregationColumn");
        var names = lists.Texts("columnNames");
        var methods = lists.Texts("aggregationMethod");
        var missing = lists.TextsOrNull("inclMissingVals");
        var types = lists.Config("columnTypes");
        types.Skip("the count of the types", "array-size");
        var settings = model.TryConfig("aggregationOperatorSettings");
        var keys = new Dictionary<string, int>();
        var result = new List<OfColumn>();
        for (var i = 0; i < names.Count; i++)
        {
            var key = $"{methods[i]}_{names[i]}";
            var repeated = keys[key] = keys.GetValueOrDefault(key, -1) + 1;
            var method = AggregationMethods.Read(
                methods[i],
                (settings ?? model).TryConfig(repeated == 0 ? key : $"{key}_{repeated}"),
                model
            );
            var type = types.Config(i.ToString(CultureInfo.InvariantCulture));
            var includesMissing = missing is null || bool.Parse(missing[i]);
            result.Add(new OfColumn(names[i], TypeOf(type), method, includesMissing));
        }
        return result;
    }

    /// <summary>The aggregations of columns by patterns and types.</summary>
    public static IReadOnlyList<Aggregation> ReadChoices(SettingsReader model)
    {
        var result = new List<Aggregation>();
        foreach (var item in model.TryConfig("patternAggregators")?.Configs ?? [])
        {
            var text = item.Text("inputPattern");
            var isRegex = item.Boolean("isRegularExpression");
            var pattern = isRegex ? JavaPattern.ToPython(text) : JavaPattern.FromWildcard(text);
            if (pattern is null)
            {
                throw item.Manual($"The regular expression '{text}' has no counterpart in Python.");
            }
            var (method, includesMissing) = ReadMethod(item, model);
            if (text.Length > 0)
            {
                result.Add(new OfPattern(pattern, method, includesMissing));
            }
        }
        var includesSubtypes = model.Integer("typeMatch", 1) == 1;
        foreach (var item in model.TryConfig("dataTypeAggregators")?.Configs ?? [])
        {
            var type =
                TypeOf(item.Config("dataType"))
                ?? throw item.Manual("An aggregation is chosen by a type that has no cell class.");
            var (method, includesMissing) = ReadMethod(item, model);
            result.Add(new OfType(type, includesSubtypes, method, includesMissing));
        }
        return result;
    }

    private static (AggregationMethod Method, bool IncludesMissing) ReadMethod(
        SettingsReader item,
        SettingsReader model
    ) =>
        (
            AggregationMethods.Read(
                item.Text("aggregationMethod"),
                item.TryConfig("functionSettings"),
                model
            ),
            item.Boolean("inclMissingVals")
        );

    private static string? TypeOf(SettingsReader type)
    {
        type.Skip("a type is there", "is_null");
        type.Skip("the types of the elements", "collection_element_type");
        var name = type.TextOrNull("cell_class");
        if (name is null)
        {
            type.SkipAll("a type without a cell class");
        }
        return name?[(name.LastIndexOf('.') + 1)..];
    }
}

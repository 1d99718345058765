using K2P.Python;

namespace K2P.Nodes.Shared;

/// <summary>KNIME's column types as far as a DataFrame tells them apart: the words of the runtime helper <c>column_kind</c>.</summary>
internal static class ColumnKinds
{
    private const string Text = "text";

    /// <summary>The condition that KNIME takes the column for a number (<c>DoubleValue</c>): doubles, integers and booleans.</summary>
    public static PyExpression IsNumber(PyExpression column) =>
        Py.Expr($"pd.api.types.is_numeric_dtype({column})");

    /// <summary>The condition that KNIME takes the column for text (<c>StringValue</c>): texts, but also dates and times.</summary>
    public static PyExpression IsText(PyExpression column) => Py.Expr($"is_text_like({column})");

    /// <summary>The kind of the columns whose preferred value class this is; whatever a script holds as <c>str</c> is text.</summary>
    public static string Of(string valueClass) =>
        valueClass[(valueClass.LastIndexOf('.') + 1)..] switch
        {
            "BooleanValue" => "boolean",
            "IntValue" or "LongValue" => "integer",
            "DoubleValue" => "double",
            "LocalDateValue" or "LocalDateTimeValue" or "DateAndTimeValue" => "date",
            "ZonedDateTimeValue" => "zoned date",
            "LocalTimeValue" => "time",
            "DurationValue" => "duration",
            "ListDataValue" or "SetDataValue" or "CollectionDataValue" => "list",
            "BinaryObjectDataValue" or "ImageValue" or "PNGImageValue" => "binary",
            _ => Text,
        };

    /// <summary>The chosen kinds that mix with types that were not chosen, because a DataFrame holds both alike.</summary>
    /// <param name="chosen">The chosen value classes.</param>
    /// <param name="rejected">The value classes that the user saw and did not choose.</param>
    public static IReadOnlyList<string> Ambiguous(
        IReadOnlyList<string> chosen,
        IReadOnlyList<string> rejected
    )
    {
        var names = chosen.Select(Name).ToHashSet();
        return [.. chosen.Select(Of).Distinct().Where(kind => !Siblings(kind).All(names.Contains))];

        IEnumerable<string> Siblings(string kind) =>
            kind switch
            {
                "integer" => ["IntValue", "LongValue"],
                "date" => ["LocalDateValue", "LocalDateTimeValue"],
                "list" => ["ListDataValue", "SetDataValue"],
                Text => ["StringValue", .. rejected.Where(type => Of(type) == Text).Select(Name)],
                _ => [],
            };

        static string Name(string type) => type[(type.LastIndexOf('.') + 1)..];
    }
}

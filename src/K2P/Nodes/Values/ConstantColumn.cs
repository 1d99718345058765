using System.Globalization;
using K2P.Python;

namespace K2P.Nodes.Values;

/// <summary>A column that holds one value in each row, of the dtype that stands for KNIME's type.</summary>
internal static class ConstantColumn
{
    /// <param name="column">Its type and value.</param>
    /// <param name="table">The table to which it belongs.</param>
    /// <param name="node">The node.</param>
    public static PyExpression Of(
        ConstantValueColumn.Column column,
        PyExpression table,
        NodeContext node
    ) =>
        column.Value is { } value
            ? Filled(column, value, table, node)
            : Missing(column.Type, table);

    private static PyExpression Filled(
        ConstantValueColumn.Column column,
        string value,
        PyExpression table,
        NodeContext node
    )
    {
        switch (column.Type)
        {
            case "StringCell":
                return PyExpression.Literal(value);
            case "IntCell"
                when int.TryParse(
                    value,
                    NumberStyles.AllowLeadingSign,
                    CultureInfo.InvariantCulture,
                    out var number
                ):
                return Series($"{number}", "Int64", table);
            case "LongCell"
                when long.TryParse(
                    value,
                    NumberStyles.AllowLeadingSign,
                    CultureInfo.InvariantCulture,
                    out var number
                ):
                return Series($"{number}", "Int64", table);
            case "DoubleCell" when ReadDouble(value) is { } number:
                return Series($"{number}", "float64", table);
            case "BooleanCell" when bool.TryParse(value, out var truth):
                return Series($"{truth}", "boolean", table);
            case "DateAndTimeCell" when JavaDate.Read(value, column.DateFormat ?? "") is { } day:
                return Timestamp(day, table);
            case "LocalDateCell" or "LocalDateTimeCell" when ReadIso(value) is { } time:
                return Timestamp(time, table);
            case "LocalTimeCell"
                when TimeOnly.TryParse(value, CultureInfo.InvariantCulture, out var time):
                return Series(
                    $"dt.time({time.Hour}, {time.Minute}, {time.Second}, {(time.Millisecond * 1000) + time.Microsecond})",
                    "object",
                    table
                );
            case "XMLCell" or "JSONCell" or "URIDataCell" or "SmilesCell":
                node.Approximate(
                    $"KNIME may write the {column.Type[..^4]} value in another form than it was typed."
                );
                return PyExpression.Literal(value);
            default:
                throw node.Manual(
                    $"The constant '{value}' of the type {column.Type} cannot be written in Python."
                );
        }
    }

    private static PyExpression Missing(string type, PyExpression table) =>
        type switch
        {
            "IntCell" or "LongCell" => Series($"pd.NA", "Int64", table),
            "DoubleCell" => Series($"float('nan')", "float64", table),
            "BooleanCell" => Series($"pd.NA", "boolean", table),
            "DateAndTimeCell" or "LocalDateCell" or "LocalDateTimeCell" => Series(
                $"pd.NaT",
                "datetime64[ns]",
                table
            ),
            "DurationCell" => Series($"pd.NaT", "timedelta64[ns]", table),
            _ => Series($"None", "object", table),
        };

    private static PyExpression Series(PyTemplate value, string type, PyExpression table) =>
        type == "object"
            ? Py.Expr($"pd.Series({Py.Expr(value)}, index={table}.index, dtype=object)")
            : Py.Expr($"pd.Series({Py.Expr(value)}, index={table}.index, dtype={type})");

    private static PyExpression Timestamp(DateTime time, PyExpression table) =>
        Series(
            $"{time.ToString(time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture)}",
            "datetime64[ns]",
            table
        );

    /// <summary><c>Double.valueOf</c>: invariant, with blanks around it and an optional suffix.</summary>
    private static double? ReadDouble(string text)
    {
        var plain = text.Trim();
        return plain switch
        {
            "NaN" => double.NaN,
            "Infinity" or "+Infinity" => double.PositiveInfinity,
            "-Infinity" => double.NegativeInfinity,
            _ => double.TryParse(
                plain.TrimEnd('d', 'D', 'f', 'F'),
                NumberStyles.AllowLeadingSign
                    | NumberStyles.AllowDecimalPoint
                    | NumberStyles.AllowExponent,
                CultureInfo.InvariantCulture,
                out var number
            )
                ? number
                : null,
        };
    }

    private static DateTime? ReadIso(string text) =>
        DateTime.TryParseExact(
            text,
            [
                "yyyy-MM-dd",
                "yyyy-MM-ddTHH:mm",
                "yyyy-MM-ddTHH:mm:ss",
                "yyyy-MM-ddTHH:mm:ss.FFFFFFF",
            ],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var time
        )
            ? time
            : null;
}

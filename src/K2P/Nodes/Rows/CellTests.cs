using System.Globalization;
using K2P.Python;

namespace K2P.Nodes.Rows;

/// <summary>Conditions on the cells of a column that are no texts.</summary>
internal static class CellTests
{
    /// <summary>The cell is missing.</summary>
    public static RowTest IsMissing(string column) =>
        new($"{column} is missing", table => Py.Expr($"{table}[{column}].isna()"))
        {
            Opposite = table => Py.Expr($"{table}[{column}].notna()"),
            OppositeText = $"{column} is not missing",
        };

    /// <summary>A boolean is the wanted one.</summary>
    public static RowTest IsTrue(string column, bool wanted) =>
        new(
            wanted ? $"{column} is true" : $"{column} is false",
            table => wanted ? Py.Expr($"{table}[{column}]") : Py.Expr($"~{table}[{column}]")
        )
        {
            MayBeMissing = true,
        };

    /// <summary>The cell compared with a value by one of KNIME's operators; null where the operator is unknown.</summary>
    public static RowTest? Compare(string column, string comparison, Value value)
    {
        return comparison switch
        {
            "EQ" => Test("=", cells => Py.Expr($"{cells} == {value.Code}")),
            "LT" => Test("<", cells => Py.Expr($"{cells} < {value.Code}")),
            "LTE" => Test("<=", cells => Py.Expr($"{cells} <= {value.Code}")),
            "GT" => Test(">", cells => Py.Expr($"{cells} > {value.Code}")),
            "GTE" => Test(">=", cells => Py.Expr($"{cells} >= {value.Code}")),
            "NEQ" => Test("!=", cells => Py.Expr($"{cells}.notna() & ({cells} != {value.Code})")),
            "NEQ_MISS" => Test("!=", cells => Py.Expr($"({cells} != {value.Code}).fillna(True)")),
            _ => null,
        };

        RowTest Test(string sign, Func<PyExpression, PyExpression> mask) =>
            new($"{column} {sign} {value.Text}", table => mask(Py.Expr($"{table}[{column}]")))
            {
                MayBeMissing = comparison is not ("NEQ" or "NEQ_MISS"),
            };
    }

    /// <summary>The cell lies between two values, both included; null is no bound.</summary>
    public static RowTest Between(string column, Value? lower, Value? upper) =>
        (lower, upper) switch
        {
            (null, null) => IsMissing(column).Not(),
            ({ } low, null) => Compare(column, "GTE", low)!,
            (null, { } high) => Compare(column, "LTE", high)!,
            var (low, high) when low.Text == high.Text => Compare(column, "EQ", low)!,
            var (low, high) => new RowTest(
                $"{low.Text} <= {column} <= {high.Text}",
                table => Py.Expr($"{table}[{column}].between({low.Code}, {high.Code})")
            )
            {
                MayBeMissing = true,
            },
        };

    /// <summary>The text lies between two texts, both included, in the order of <c>String.compareTo</c>.</summary>
    public static RowTest BetweenTexts(string column, string? lower, string? upper)
    {
        var bounds = new PyArguments();
        if (lower is not null)
        {
            bounds.Add("lower", lower);
        }
        if (upper is not null)
        {
            bounds.Add("upper", upper);
        }
        return new RowTest(
            $"{column} from {lower ?? "the first"} to {upper ?? "the last"}",
            table => Py.Expr($"is_text_between({table}[{column}], {bounds})")
        );
    }

    /// <summary>A value to compare with.</summary>
    /// <param name="Code">It in Python.</param>
    /// <param name="Text">It in words.</param>
    internal sealed record Value(PyExpression Code, string Text)
    {
        public static Value Of(long number) =>
            new(PyExpression.Literal(number), number.ToString(CultureInfo.InvariantCulture));

        public static Value Of(double number) =>
            new(PyExpression.Literal(number), number.ToString(CultureInfo.InvariantCulture));

        /// <summary>A day or a point in time in ISO format.</summary>
        public static Value OfDate(string text) => new(Py.Expr($"pd.Timestamp({text})"), text);
    }
}

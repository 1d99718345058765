using System.Globalization;
using K2P.Python;

namespace K2P.Nodes.IO;

/// <summary>A column that older dialogs describe (<c>org.knime.base.node.io.filereader.ColProperty</c>).</summary>
/// <param name="CellClass">The class of its cells.</param>
/// <param name="Missing">The text that stands for a missing value; null where there is none.</param>
internal sealed record ColumnProperty(string Name, string CellClass, string? Missing, bool Skip)
{
    public static ColumnProperty Read(SettingsReader column)
    {
        var property = new ColumnProperty(
            column.Text("ColumnName"),
            column.Config("ColumnClass").Text("cell_class"),
            column.TextOrNull("MissValuePattern"),
            column.Boolean("SkipThisColumn", false)
        );
        if (column.TextOrNull("FormatParameter") is not null)
        {
            throw column.Manual($"Column '{property.Name}' has a format of its own.");
        }
        column.SkipAll("domains are found in the data");
        return property;
    }

    /// <summary>The columns of a <c>columnProperties</c> branch, by number.</summary>
    public static IReadOnlyList<ColumnProperty> ReadAll(SettingsReader columns) =>
        [
            .. columns
                .Configs.OrderBy(column => int.Parse(column.Key, CultureInfo.InvariantCulture))
                .Select(Read),
        ];
}

/// <summary>KNIME's classes of cells in Python.</summary>
internal static class CellTypes
{
    /// <summary>The word that <c>with_numbers</c> has for the class; null where the cells are texts.</summary>
    public static string? NumberKind(string cellClass) =>
        Short(cellClass) switch
        {
            "IntCell" => "int",
            "LongCell" => "long",
            "DoubleCell" => "double",
            _ => null,
        };

    public static bool IsText(string cellClass) =>
        Short(cellClass)
            is "StringCell"
                or "XMLCell"
                or "JSONCell"
                or "SmilesCell"
                or "SmilesAdapterCell"
                or "SmartsCell"
                or "SmartsAdapterCell"
                or "URIDataCell";

    /// <summary>An array of that class with the texts parsed, null where missing; null for a class that is not known.</summary>
    public static PyExpression? Array(string cellClass, IReadOnlyList<string?> values)
    {
        string? Plain(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
        PyExpression Of(Func<string, PyExpression> parse, IEnumerable<string?> texts) =>
            PyExpression.List(texts.Select(text => text is null ? Py.None : parse(text)));
        var plain = values.Select(Plain);
        switch (Short(cellClass))
        {
            case "IntCell" or "LongCell":
                return Py.Expr($"pd.array({Of(Integer, plain)}, dtype='Int64')");
            case "DoubleCell":
                return Py.Expr($"pd.array({Of(Double, plain)}, dtype='float64')");
            case "BooleanCell":
                return Py.Expr($"pd.array({Of(Boolean, plain)}, dtype='boolean')");
            case "LocalDateCell" or "LocalDateTimeCell":
                return Py.Expr($"pd.to_datetime({Of(PyExpression.Literal, plain)})");
            case "LocalTimeCell":
                return Of(text => Py.Expr($"dt.time.fromisoformat({text})"), plain);
            default:
                return !IsText(cellClass) ? null
                    : values.Any(value => value is not null) ? Of(PyExpression.Literal, values)
                    : Py.Expr($"pd.array({Of(PyExpression.Literal, values)}, dtype=object)");
        }
    }

    private static string Short(string cellClass) => cellClass.Split('.')[^1];

    private static PyExpression Integer(string text) =>
        PyExpression.Literal(
            long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)
        );

    private static PyExpression Double(string text) =>
        PyExpression.Literal(
            double.Parse(
                text.TrimEnd('d', 'D', 'f', 'F'),
                NumberStyles.Float,
                CultureInfo.InvariantCulture
            )
        );

    private static PyExpression Boolean(string text) =>
        PyExpression.Literal(text.Equals("true", StringComparison.OrdinalIgnoreCase));
}

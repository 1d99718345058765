using System.Globalization;
using K2P.Workflows;

namespace K2P.Tables;

/// <summary>What KNIME knew of a column's values (<c>org.knime.core.data.DataColumnDomain</c>); each part may be unknown.</summary>
/// <param name="Values">The possible values as text, in KNIME's order.</param>
/// <param name="Lower">The lower bound as text.</param>
/// <param name="Upper">The upper bound as text.</param>
internal sealed record ColumnDomain(IReadOnlyList<string>? Values, string? Lower, string? Upper);

/// <summary>A column of a stored table.</summary>
/// <param name="Name">Its name.</param>
/// <param name="CellClass">The Java class of its cells; null where the column may hold several.</param>
/// <param name="ElementClass">The class of the members, where it holds collections.</param>
/// <param name="Domain">What was known of its values.</param>
internal sealed record TableColumn(
    string Name,
    string? CellClass,
    string? ElementClass,
    ColumnDomain Domain
)
{
    /// <summary>The last part of the class's name: <c>IntCell</c>; <c>DataCell</c> where there are several.</summary>
    public string ShortClass =>
        CellClass is null ? "DataCell" : CellClass[(CellClass.LastIndexOf('.') + 1)..];

    /// <summary>The columns of a <c>spec.xml</c> (<c>org.knime.core.data.DataTableSpec</c>), of a port or of a <c>.table</c> file.</summary>
    public static IReadOnlyList<TableColumn> ReadAll(SettingsConfig root, TableLimits limits)
    {
        var spec = root.Find("number_columns") is not null
            ? root
            : root.Configs.FirstOrDefault(inner => inner.Find("number_columns") is not null)
                ?? throw TableException.Damaged("spec.xml does not say how many columns");
        var count = spec.Integer("number_columns") ?? -1;
        if (count < 0)
        {
            throw TableException.Damaged("spec.xml does not say how many columns");
        }
        if (count > limits.MaxColumns)
        {
            throw new TableException(TableProblem.TooLarge, $"the table has {count} columns");
        }
        var columns = new List<TableColumn>();
        for (var i = 0; i < count; i++)
        {
            var column =
                spec.Config(string.Create(CultureInfo.InvariantCulture, $"column_spec_{i}"))
                ?? throw TableException.Damaged($"spec.xml lacks column {i}");
            var type = column.Config("column_type") ?? SettingsConfig.Empty;
            columns.Add(
                new TableColumn(
                    column.Text("column_name") ?? "",
                    type.Text("cell_class"),
                    type.Config("collection_element_type")?.Text("cell_class"),
                    ReadDomain(column.Config("column_domain") ?? SettingsConfig.Empty)
                )
            );
        }
        return columns;
    }

    private static ColumnDomain ReadDomain(SettingsConfig domain) =>
        new(
            domain.Config("possible_values") is { } values
                ? [.. values.Configs.Select(CellText).OfType<string>()]
                : null,
            CellText(domain.Config("lower_bound")),
            CellText(domain.Config("upper_bound"))
        );

    /// <summary>The text of a cell in settings: <c>{datacell: CLASS, CLASS {key: value}}</c>.</summary>
    private static string? CellText(SettingsConfig? cell) =>
        cell?.Text("datacell") is { } name
            ? cell.Config(name)?.Items.OfType<SettingsEntry>().FirstOrDefault()?.Value
            : null;
}

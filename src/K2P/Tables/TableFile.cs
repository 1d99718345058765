using K2P.Workflows;

namespace K2P.Tables;

/// <summary>A <c>.table</c> file, as the Table Writer makes it: a container with its own <c>spec.xml</c>.</summary>
internal static class TableFile
{
    /// <summary>The columns, and the rows to be read.</summary>
    /// <param name="open">Opens the file.</param>
    /// <param name="limits">What it may hold.</param>
    /// <exception cref="TableException">It cannot be read.</exception>
    public static (IReadOnlyList<TableColumn> Columns, RowReader Rows) Open(
        Func<Stream> open,
        TableLimits limits
    )
    {
        SettingsConfig spec;
        using (var zip = ContainerFile.OpenZip(open))
        {
            spec = ContainerFile.ReadXml(zip, "spec.xml");
        }
        var columns = TableColumn.ReadAll(spec, limits);
        var container = ContainerFile.Open(open, id: null, _ => null, limits);
        return (columns, new ContainerRows(container, columns.Count, hasRowIds: true));
    }
}

using System.IO.Compression;
using K2P.Bundles;
using K2P.Workflows;

namespace K2P.Tables;

/// <summary>
/// Every table that is stored in a workflow. Tables refer to each other by ids that are unique in a top-level workflow with all
/// that is nested in it, so the whole of it is indexed once (<c>BufferedDataTable.loadFromFile</c>).
/// </summary>
internal sealed class StoredTables
{
    private const string Descriptor = "/data.xml";

    private readonly TableFiles files;
    private readonly TableLimits limits;
    private readonly Dictionary<string, TableDescriptor?> byFolder = new(StringComparer.Ordinal);
    private readonly Dictionary<int, TableDescriptor> byId = [];
    private readonly Dictionary<string, Extent?> extents = new(StringComparer.Ordinal);

    public StoredTables(IBundleFiles files, TableLimits limits)
    {
        this.files = new TableFiles(files);
        this.limits = limits;
        foreach (var path in files.Paths)
        {
            if (path.EndsWith(Descriptor, StringComparison.Ordinal))
            {
                Add(path[..^Descriptor.Length]);
            }
        }
    }

    /// <summary>The folders that hold a table, whether it can be read or not, in ordinal order.</summary>
    public IReadOnlyCollection<string> Folders => byFolder.Keys;

    /// <summary>True where the folder holds a table, whether it can be read or not.</summary>
    public bool Contains(string folder) => byFolder.ContainsKey(folder);

    /// <summary>The columns of a table.</summary>
    /// <exception cref="TableException">They cannot be read.</exception>
    public IReadOnlyList<TableColumn> Columns(string folder) => Columns(At(folder), 0);

    /// <summary>The number of rows of a table, from headers alone; where RowIDs that occur twice are left out, at most that many.</summary>
    /// <exception cref="TableException">The table cannot be read.</exception>
    public long RowCount(string folder) => Measure(At(folder), 0).Rows;

    /// <summary>Opens the rows of a table.</summary>
    /// <exception cref="TableException">The table cannot be read.</exception>
    public RowReader Open(string folder)
    {
        // Measuring proves that it can be opened: no circles, and not too many files.
        Measure(At(folder), 0);
        return Open(At(folder));
    }

    private void Add(string folder)
    {
        SettingsConfig settings;
        try
        {
            settings = files.ReadXml(folder + Descriptor);
        }
        catch (TableException)
        {
            byFolder[folder] = null;
            return;
        }
        if (settings.Text("table_type") is not { } type)
        {
            return;
        }
        var table = new TableDescriptor(folder, settings);
        byFolder[folder] = table;
        if (
            table.Id is { } id
            && !type.StartsWith("reference_from", StringComparison.Ordinal)
            && (!byId.TryGetValue(id, out var known) || table.Rank < known.Rank)
        )
        {
            byId[id] = table;
        }
    }

    private TableDescriptor At(string folder)
    {
        if (!byFolder.TryGetValue(folder, out var table))
        {
            throw TableException.NotStored("there is no table in the folder");
        }
        // What could not be read says again why.
        return table ?? new TableDescriptor(folder, files.ReadXml(folder + Descriptor));
    }

    private TableDescriptor Target(int id) =>
        byId.GetValueOrDefault(id)
        ?? throw TableException.NotStored($"the table refers to table {id}, which is not stored");

    private IReadOnlyList<TableColumn> Columns(TableDescriptor table, int depth)
    {
        var path = $"{table.Folder}/spec.xml";
        if (files.Contains(path))
        {
            return TableColumn.ReadAll(files.ReadXml(path), limits);
        }
        return table.Kind is TableKind.SameNode or TableKind.Wrapped && depth < limits.MaxDepth
            ? Columns(Target(table.References[0]), depth + 1)
            : throw TableException.NotStored("spec.xml is not there");
    }

    /// <summary>Rows and files of a table, worked out once: tables may refer to one another in many ways.</summary>
    private Extent Measure(TableDescriptor table, int depth)
    {
        if (depth > limits.MaxDepth)
        {
            throw new TableException(
                TableProblem.TooLarge,
                $"more than {limits.MaxDepth} tables refer to each other in a row"
            );
        }
        if (extents.TryGetValue(table.Folder, out var known))
        {
            return known
                ?? throw new TableException(
                    TableProblem.Circular,
                    "tables refer to each other in a circle"
                );
        }
        extents[table.Folder] = null;
        try
        {
            var parts = table.References.Select(id => Measure(Target(id), depth + 1)).ToList();
            var extent = table.Kind switch
            {
                TableKind.Container => new Extent(ContainerRowCount(table), 1),
                TableKind.Columnar => new Extent(ColumnarTables.RowCount(table.Settings), 1),
                TableKind.Void => new Extent(0, 0),
                TableKind.Concatenated => new Extent(
                    parts.Sum(part => part.Rows),
                    parts.Select(part => part.Files).DefaultIfEmpty().Max()
                ),
                TableKind.Rearranged => parts[0] with { Files = parts[0].Files + 1 },
                _ => parts[0] with { Files = parts.Sum(part => part.Files) },
            };
            extents[table.Folder] = Checked(extent);
            return extent;
        }
        catch
        {
            extents.Remove(table.Folder);
            throw;
        }
    }

    private Extent Checked(Extent extent) =>
        extent.Rows <= limits.MaxRows && extent.Files <= limits.MaxFiles
            ? extent
            : throw new TableException(
                TableProblem.TooLarge,
                $"the table has {extent.Rows} rows out of {extent.Files} files"
            );

    private long ContainerRowCount(TableDescriptor table)
    {
        using var container = Container(table);
        return container.RowCount;
    }

    private RowReader Open(TableDescriptor table) =>
        table.Kind switch
        {
            TableKind.Container => new ContainerRows(
                Container(table),
                Columns(table, 0).Count,
                hasRowIds: true
            ),
            TableKind.Columnar => ColumnarTables.Open(
                table.Settings,
                () => files.OpenToSeek(table.DataPath),
                Columns(table, 0).Count,
                limits
            ),
            TableKind.Void => new NoRows(),
            TableKind.Rearranged => Rearranged(table),
            TableKind.Concatenated => Concatenated(table),
            TableKind.Joined => new JoinedRows(
                Open(Target(table.References[0])),
                Open(Target(table.References[1]))
            ),
            _ => Open(Target(table.References[0])),
        };

    private RearrangedRows Rearranged(TableDescriptor table)
    {
        var sources = table.Sources;
        var added = sources.Count(source => !source.IsOfTable);
        var other = Open(Target(table.References[0]));
        try
        {
            var appended =
                added == 0 ? null : new ContainerRows(Container(table), added, hasRowIds: false);
            return new RearrangedRows(other, appended, sources);
        }
        catch
        {
            other.Dispose();
            throw;
        }
    }

    private ConcatenatedRows Concatenated(TableDescriptor table)
    {
        var columns = Columns(table, 0);
        var parts = table
            .References.Select(id =>
            {
                var target = Target(id);
                var names = new Dictionary<string, int>(StringComparer.Ordinal);
                foreach (var column in Columns(target, 0))
                {
                    names.TryAdd(column.Name, names.Count);
                }
                IReadOnlyList<int> places =
                [
                    .. columns.Select(column => names.GetValueOrDefault(column.Name, -1)),
                ];
                return ((Func<RowReader>)(() => Open(target)), places);
            })
            .ToList();
        var (policy, suffix) = table.Duplicates;
        return new ConcatenatedRows(parts, columns.Count, policy, suffix);
    }

    private ContainerFile Container(TableDescriptor table) =>
        ContainerFile.Open(() => files.Open(table.DataPath), table.Id, OpenOther, limits);

    private ZipArchive? OpenOther(int id) =>
        byId.TryGetValue(id, out var table)
            ? ContainerFile.OpenZip(() => files.Open(table.DataPath))
            : null;

    /// <summary>How much a table is: its rows, and the files that are open at once while they are read.</summary>
    private sealed record Extent(long Rows, long Files);
}

using System.Globalization;
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

    private readonly IBundleFiles files;
    private readonly TableLimits limits;
    private readonly Dictionary<string, SettingsConfig?> byFolder = new(StringComparer.Ordinal);
    private readonly Dictionary<int, string> byId = [];
    private readonly Dictionary<string, Extent?> extents = new(StringComparer.Ordinal);

    public StoredTables(IBundleFiles files, TableLimits limits)
    {
        this.files = files;
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
    public IReadOnlyList<TableColumn> Columns(string folder) => Columns(folder, 0);

    /// <summary>The number of rows of a table, from headers alone; for stacked tables at most that many.</summary>
    /// <exception cref="TableException">The table cannot be read.</exception>
    public long RowCount(string folder) => Measure(folder, 0).Rows;

    /// <summary>Opens the rows of a table.</summary>
    /// <exception cref="TableException">The table cannot be read.</exception>
    public RowReader Open(string folder)
    {
        Measure(folder, 0);
        return Open(folder, 0);
    }

    private void Add(string folder)
    {
        SettingsConfig? meta;
        try
        {
            meta = ReadXml($"{folder}{Descriptor}");
        }
        catch (TableException)
        {
            byFolder[folder] = null;
            return;
        }
        if (meta.Text("table_type") is not { } type)
        {
            return;
        }
        byFolder[folder] = meta;
        if (
            meta.Integer("table_ID") is { } id
            && !type.StartsWith("reference_from", StringComparison.Ordinal)
            && (!byId.TryGetValue(id, out var known) || Rank(meta) < Rank(byFolder[known]!))
        )
        {
            byId[id] = folder;
        }
    }

    /// <summary>Of two folders with one id, the one that holds rows is meant.</summary>
    private static int Rank(SettingsConfig meta) =>
        meta.Text("table_type") switch
        {
            "wrapped_table" or "new_spec_table" => 2,
            "extension_table" => 0,
            { } type when type.StartsWith("container_table", StringComparison.Ordinal) => 0,
            _ => 1,
        };

    private SettingsConfig Meta(string folder, int depth)
    {
        if (depth > limits.MaxDepth)
        {
            throw new TableException(
                TableProblem.Circular,
                "tables refer to each other in a circle, or over too many steps"
            );
        }
        return byFolder.TryGetValue(folder, out var meta)
            ? meta ?? throw Unreadable($"{folder}{Descriptor}")
            : throw TableException.NotStored("there is no table in the folder");
    }

    private TableException Unreadable(string path)
    {
        try
        {
            ReadXml(path);
            return TableException.Damaged($"{path} cannot be read");
        }
        catch (TableException error)
        {
            return error;
        }
    }

    private static SettingsConfig Inner(SettingsConfig meta) =>
        meta.Config("meta_internal") ?? SettingsConfig.Empty;

    private string Target(SettingsConfig from, string key) =>
        from.Integer(key) is { } id
            ? Target(id)
            : throw TableException.Damaged($"data.xml lacks {key}");

    private string Target(int id) =>
        byId.GetValueOrDefault(id)
        ?? throw TableException.NotStored($"the table refers to table {id}, which is not stored");

    private IReadOnlyList<TableColumn> Columns(string folder, int depth)
    {
        var meta = Meta(folder, depth);
        var path = $"{folder}/spec.xml";
        if (files.Contains(path))
        {
            return TableColumn.ReadAll(ReadXml(path), limits);
        }
        return meta.Text("table_type") switch
        {
            "reference_from_same_node_table" => Columns(Target(meta, "table_ID"), depth + 1),
            "wrapped_table" => Columns(Target(Inner(meta), "table_reference_ID"), depth + 1),
            _ => throw TableException.NotStored("spec.xml is not there"),
        };
    }

    /// <summary>Rows and open readers of a table, worked out once: tables may refer to one another in many ways.</summary>
    private Extent Measure(string folder, int depth)
    {
        if (extents.TryGetValue(folder, out var known))
        {
            return known
                ?? throw new TableException(
                    TableProblem.Circular,
                    "tables refer to each other in a circle"
                );
        }
        extents[folder] = null;
        try
        {
            var extent = MeasureNew(folder, depth);
            if (extent.Rows > limits.MaxRows || extent.Readers > limits.MaxReaders)
            {
                throw new TableException(
                    TableProblem.TooLarge,
                    $"the table has {extent.Rows} rows out of {extent.Readers} files"
                );
            }
            extents[folder] = extent;
            return extent;
        }
        catch
        {
            extents.Remove(folder);
            throw;
        }
    }

    private Extent MeasureNew(string folder, int depth)
    {
        var meta = Meta(folder, depth);
        var inner = Inner(meta);
        return meta.Text("table_type") switch
        {
            "rearrange_columns_table"
            or "rearrange_columns_table_compressed"
            or "rearrange_columns_table_custom" => Reference(inner).And(1),
            "new_spec_table" or "wrapped_table" => Reference(inner),
            "reference_from_same_node_table" => Measure(Target(meta, "table_ID"), depth + 1),
            "concatenate_table" => References(inner)
                .Select(id => Measure(Target(id), depth + 1))
                .Aggregate(
                    new Extent(0, 1),
                    (all, part) =>
                        new Extent(all.Rows + part.Rows, Math.Max(all.Readers, part.Readers))
                ),
            "joined_table" => Measure(Target(inner, "leftTableID"), depth + 1)
                .And(Measure(Target(inner, "rightTableID"), depth + 1).Readers),
            "void_table" => new Extent(0, 1),
            "extension_table" => new Extent(ColumnarTables.RowCount(meta), 1),
            "container_table" or "container_table_compressed" or "container_table_custom" =>
                new Extent(ContainerRowCount(folder, meta), 1),
            var type => throw TableException.Unsupported($"the table type {type}"),
        };

        Extent Reference(SettingsConfig from) =>
            Measure(Target(from, "table_reference_ID"), depth + 1);
    }

    private long ContainerRowCount(string folder, SettingsConfig meta)
    {
        using var container = Container(folder, meta);
        return container.RowCount;
    }

    private RowReader Open(string folder, int depth)
    {
        var meta = Meta(folder, depth);
        var inner = Inner(meta);
        return meta.Text("table_type") switch
        {
            "rearrange_columns_table"
            or "rearrange_columns_table_compressed"
            or "rearrange_columns_table_custom" => Rearranged(folder, meta, depth),
            "new_spec_table" or "wrapped_table" => Open(
                Target(inner, "table_reference_ID"),
                depth + 1
            ),
            "reference_from_same_node_table" => Open(Target(meta, "table_ID"), depth + 1),
            "concatenate_table" => Concatenated(folder, inner, depth),
            "joined_table" => new JoinedRows(
                Open(Target(inner, "leftTableID"), depth + 1),
                Open(Target(inner, "rightTableID"), depth + 1)
            ),
            "void_table" => new NoRows(),
            "extension_table" => ColumnarTables.Open(
                meta,
                () => OpenFile(DataPath(folder, meta)),
                Columns(folder, depth).Count,
                limits
            ),
            _ => new ContainerRows(
                Container(folder, meta),
                Columns(folder, depth).Count,
                hasRowIds: true
            ),
        };
    }

    private RearrangedRows Rearranged(string folder, SettingsConfig meta, int depth)
    {
        var inner = Inner(meta);
        var places = Array(inner, "table_internal_map");
        var flags = Array(inner, "table_internal_flags");
        if (places.Count != flags.Count || places.Count > limits.MaxColumns)
        {
            throw TableException.Damaged("data.xml does not say where the columns come from");
        }
        var sources = places
            .Zip(flags, (place, flag) => (flag == "true", WholeNumber(place)))
            .ToList();
        var added = sources.Count(source => !source.Item1);
        var table = Open(Target(inner, "table_reference_ID"), depth + 1);
        try
        {
            var appended =
                added == 0 ? null : new ContainerRows(Container(folder, meta), added, false);
            return new RearrangedRows(table, appended, sources);
        }
        catch
        {
            table.Dispose();
            throw;
        }
    }

    private ConcatenatedRows Concatenated(string folder, SettingsConfig inner, int depth)
    {
        var columns = Columns(folder, depth);
        var parts = References(inner)
            .Select(id =>
            {
                var target = Target(id);
                var names = new Dictionary<string, int>(StringComparer.Ordinal);
                foreach (var column in Columns(target, depth + 1))
                {
                    names.TryAdd(column.Name, names.Count);
                }
                IReadOnlyList<int> places =
                [
                    .. columns.Select(column => names.GetValueOrDefault(column.Name, -1)),
                ];
                return ((Func<RowReader>)(() => Open(target, depth + 1)), places);
            })
            .ToList();
        var suffix = inner.Text("duplicate_row_key_suffix");
        var policy = inner.Text("duplicate_row_key_policy") switch
        {
            "CreateNew" => DuplicateRowIds.CreateNew,
            "Skip" when suffix is null => DuplicateRowIds.Skip,
            _ when suffix is { Length: > 0 } => DuplicateRowIds.AppendSuffix,
            _ => DuplicateRowIds.Keep,
        };
        return new ConcatenatedRows(parts, columns.Count, policy, suffix ?? "");
    }

    private ContainerFile Container(string folder, SettingsConfig meta) =>
        ContainerFile.Open(
            () => OpenFile(DataPath(folder, meta)),
            meta.Integer("table_ID"),
            OpenOther,
            limits
        );

    private ZipArchive? OpenOther(int id) =>
        byId.TryGetValue(id, out var folder) && byFolder[folder] is { } meta
            ? ContainerFile.OpenZip(() => OpenFile(DataPath(folder, meta)))
            : null;

    private static string DataPath(string folder, SettingsConfig meta) =>
        BundlePaths.Resolve(folder, meta.Text("table_file_name") ?? "data.zip");

    private Stream OpenFile(string path)
    {
        if (!files.Contains(path))
        {
            throw TableException.NotStored($"{path[(path.LastIndexOf('/') + 1)..]} is not there");
        }
        try
        {
            return files.Open(path);
        }
        catch (BundleException error)
        {
            throw TableException.Damaged(error.Message, error);
        }
    }

    private SettingsConfig ReadXml(string path)
    {
        using var stream = OpenFile(path);
        try
        {
            return SettingsFile.Read(stream, path);
        }
        catch (BundleException error)
        {
            throw IsLfsPointer(path)
                ? new TableException(
                    TableProblem.LfsPointer,
                    "a git-lfs pointer stands in for the file"
                )
                : TableException.Damaged(error.Message, error);
        }
    }

    private bool IsLfsPointer(string path)
    {
        Span<byte> head = stackalloc byte[40];
        using var stream = OpenFile(path);
        var length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return ContainerFile.IsLfsPointer(head[..length]);
    }

    private static IReadOnlyList<int> References(SettingsConfig inner) =>
        [.. Array(inner, "table_reference_IDS").Select(WholeNumber)];

    /// <summary>The values of an array in their order.</summary>
    private static IReadOnlyList<string> Array(SettingsConfig config, string key)
    {
        var array = config.Config(key) ?? throw TableException.Damaged($"data.xml lacks {key}");
        return
        [
            .. Enumerable
                .Range(0, Math.Clamp(array.Integer("array-size") ?? 0, 0, array.Items.Count))
                .Select(i => array.Text(i.ToString(CultureInfo.InvariantCulture)) ?? ""),
        ];
    }

    private static int WholeNumber(string text) =>
        int.TryParse(text, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw TableException.Damaged("data.xml holds no number where one must be");

    /// <summary>How many rows a table has, and how many files are open at once while they are read.</summary>
    private sealed record Extent(long Rows, long Readers)
    {
        public Extent And(long readers) => this with { Readers = Readers + readers };
    }
}

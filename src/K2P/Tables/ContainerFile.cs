using System.Globalization;
using System.IO.Compression;
using K2P.Bundles;
using K2P.Workflows;

namespace K2P.Tables;

/// <summary>A <c>data.zip</c> or <c>.table</c> file of KNIME's row backend (<c>DefaultTableStoreReader</c>), container versions 6 to 12.</summary>
internal sealed class ContainerFile : IDisposable
{
    private readonly ZipArchive zip;
    private readonly BlobFiles blobs;
    private readonly string compression;
    private readonly TableLimits limits;

    private ContainerFile(
        ZipArchive zip,
        SettingsConfig meta,
        int? id,
        Func<int, ZipArchive?> openOther,
        TableLimits limits
    )
    {
        this.zip = zip;
        this.limits = limits;
        blobs = new BlobFiles(zip, id, openOther);
        var version = VersionOf(meta);
        var format = meta.Text("container.format");
        if (format?.EndsWith("DefaultTableStoreFormat", StringComparison.Ordinal) == false)
        {
            throw TableException.Unsupported($"the store format {format}");
        }
        var inner = meta.Config("container.format.config") ?? meta;
        compression =
            inner.Text("container.compression")
            ?? meta.Text("container.compression")
            ?? (version >= 12 ? "Snappy" : "Gzip");
        RowCount = RowCountOf(meta, limits);
        var classes =
            inner.Config("table.datacell.classes")
            ?? meta.Config("table.datacell.classes")
            ?? throw TableException.Damaged("meta.xml does not list the cell classes");
        Decoder = new CellDecoder(ClassesOf(classes), blobs, limits);
    }

    /// <summary>The number of rows.</summary>
    public long RowCount { get; }

    /// <summary>Makes the cells.</summary>
    public CellDecoder Decoder { get; }

    /// <param name="open">Opens the file.</param>
    /// <param name="id">The id of the table; null where it has none.</param>
    /// <param name="openOther">Opens the archives that may hold large cells of this table.</param>
    /// <param name="limits">What it may hold.</param>
    public static ContainerFile Open(
        Func<Stream> open,
        int? id,
        Func<int, ZipArchive?> openOther,
        TableLimits limits
    )
    {
        var archive = OpenZip(open);
        try
        {
            var meta =
                ReadXml(archive, "meta.xml").Config("table.meta.internal")
                ?? throw TableException.Damaged("meta.xml does not describe a table");
            return new ContainerFile(archive, meta, id, openOther, limits);
        }
        catch
        {
            archive.Dispose();
            throw;
        }
    }

    /// <summary>The archive, or the reason why it is none.</summary>
    public static ZipArchive OpenZip(Func<Stream> open)
    {
        var stream = open();
        try
        {
            var opened = new ZipArchive(stream, ZipArchiveMode.Read);
            // The directory is read only when it is asked for, and may be damaged.
            return opened.Entries.Count > 0
                ? opened
                : throw new InvalidDataException("it is empty");
        }
        catch (Exception error)
            when (error is InvalidDataException or IOException or ArgumentException)
        {
            stream.Dispose();
            throw Explain(open, error);
        }
    }

    /// <summary>An XML file of the archive.</summary>
    public static SettingsConfig ReadXml(ZipArchive archive, string name)
    {
        var entry =
            archive.GetEntry(name) ?? throw TableException.Damaged($"the archive lacks {name}");
        try
        {
            using var stream = entry.Open();
            return SettingsFile.Read(stream, name);
        }
        catch (Exception error)
            when (error is BundleException or InvalidDataException or IOException)
        {
            throw TableException.Damaged($"{name} cannot be read", error);
        }
    }

    /// <summary>The rows, inflated as they are asked for.</summary>
    public BlockReader OpenRows()
    {
        var entry =
            zip.GetEntry("data.bin") ?? throw TableException.Damaged("the archive lacks data.bin");
        try
        {
            var packed = entry.Open();
            Stream plain = compression.ToUpperInvariant() switch
            {
                "SNAPPY" => new SnappyStream(new BufferedStream(packed), limits),
                "GZIP" => new GZipStream(packed, CompressionMode.Decompress),
                "NONE" => packed,
                _ => throw TableException.Unsupported($"the compression {compression}"),
            };
            return new BlockReader(plain, limits.MaxCellBytes);
        }
        catch (Exception error) when (error is InvalidDataException or IOException)
        {
            throw TableException.Damaged("the archive is damaged", error);
        }
    }

    public void Dispose() => blobs.Dispose();

    /// <summary><c>container_12</c> gives 12. Versions below 6 are Java object streams of KNIME 1.</summary>
    private static int VersionOf(SettingsConfig meta)
    {
        var text = meta.Text("container.version") ?? "";
        var digits = text[(text.LastIndexOf('_') + 1)..];
        return !int.TryParse(digits, NumberStyles.None, null, out var version)
                ? throw TableException.Damaged("meta.xml does not say the container's version")
            : version is < 6 or > 12
                ? throw TableException.Unsupported($"container version {version}")
            : version;
    }

    private static long RowCountOf(SettingsConfig meta, TableLimits limits)
    {
        var text = meta.Text("table.size") ?? meta.Text("table.size.long");
        if (!long.TryParse(text, CultureInfo.InvariantCulture, out var count) || count < 0)
        {
            throw TableException.Damaged("meta.xml does not say how many rows there are");
        }
        return count <= limits.MaxRows
            ? count
            : throw new TableException(TableProblem.TooLarge, $"the table has {count} rows");
    }

    /// <summary>Before version 7 an array of names, since then branches <c>element_0{class}</c>; their numbers are what the stream says.</summary>
    private static IReadOnlyList<string> ClassesOf(SettingsConfig listed) =>
        listed.Find("array-size") is not null
            ?
            [
                .. listed
                    .Items.OfType<SettingsEntry>()
                    .Where(each => each.Key != "array-size")
                    .Select(each => each.Value ?? ""),
            ]
            :
            [
                .. listed
                    .Configs.OrderBy(each =>
                        int.TryParse(each.Key[(each.Key.LastIndexOf('_') + 1)..], out var number)
                            ? number
                            : int.MaxValue
                    )
                    .Select(each => each.Text("class") ?? ""),
            ];

    private static TableException Explain(Func<Stream> open, Exception error) =>
        LfsPointer.IsIn(open)
            ? LfsPointer.Found()
            : TableException.Damaged("the file is no zip archive, or a damaged one", error);
}

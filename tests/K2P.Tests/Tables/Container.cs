using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace K2P.Tests.Tables;

/// <summary>Writes the rows of a table as KNIME's row backend stores them.</summary>
/// <param name="classes">The classes of its cells; a cell names one by its place.</param>
internal sealed class Container(params string[] classes)
{
    public const string Text = "org.knime.core.data.def.StringCell";
    public const string Int = "org.knime.core.data.def.IntCell";
    public const string Double = "org.knime.core.data.def.DoubleCell";

    private readonly List<byte> rows = [];
    private int count;

    /// <summary>The number in <c>container_12</c>.</summary>
    public int Version { get; init; } = 12;

    /// <summary>Snappy, Gzip or None.</summary>
    public string Compression { get; init; } = "Snappy";

    /// <summary>How many bytes of the rows are left; all by default.</summary>
    public int Cut { get; init; } = int.MaxValue;

    /// <summary>How many rows the archive claims to hold, where they are written by others.</summary>
    public int? Claimed { get; init; }

    /// <summary>True where the archive does not deflate its files, so that a changed byte reaches the reader.</summary>
    public bool Stored { get; init; }

    /// <summary>The rows before they are packed.</summary>
    public byte[] Plain => [.. rows.Take(Cut)];

    /// <summary>What stands in the archive beside the rows.</summary>
    public Dictionary<string, byte[]> Others { get; } = [];

    /// <summary>Adds a row; without a RowID for columns that are appended to another table.</summary>
    public Container Row(string? id, params byte[][] cells)
    {
        if (id is not null)
        {
            Block(Utf(id));
        }
        foreach (var cell in cells)
        {
            Block(cell);
        }
        rows.Add(0x83);
        count++;
        return this;
    }

    public static byte[] Missing => [0x80];

    public static byte[] Cell(int place, params byte[][] parts) =>
        [(byte)(0x82 + place), .. parts.SelectMany(part => part)];

    public static byte[] Utf(string text)
    {
        var bytes = new List<byte>();
        foreach (var unit in text)
        {
            if (unit is > '\0' and < '\x80')
            {
                bytes.Add((byte)unit);
            }
            else if (unit < '\x800')
            {
                bytes.AddRange([(byte)(0xC0 | (unit >> 6)), (byte)(0x80 | (unit & 0x3F))]);
            }
            else
            {
                bytes.AddRange([
                    (byte)(0xE0 | (unit >> 12)),
                    (byte)(0x80 | ((unit >> 6) & 0x3F)),
                    (byte)(0x80 | (unit & 0x3F)),
                ]);
            }
        }
        byte[] length =
            bytes.Count < 0xFFFF
                ? [(byte)(bytes.Count >> 8), (byte)bytes.Count]
                : [0xFF, 0xFF, .. Long(bytes.Count)];
        return [.. length, .. bytes];
    }

    public static byte[] Integer(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    public static byte[] Long(long value)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, value);
        return bytes;
    }

    public static byte[] Number(double value) => Long(BitConverter.DoubleToInt64Bits(value));

    /// <summary>The archive.</summary>
    public byte[] Zip()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "data.bin", Packed());
            Add(zip, "meta.xml", Encoding.UTF8.GetBytes(Meta()));
            foreach (var (name, content) in Others)
            {
                Add(zip, name, content);
            }
        }
        return stream.ToArray();
    }

    private void Add(ZipArchive zip, string name, byte[] content)
    {
        var level = Stored ? CompressionLevel.NoCompression : CompressionLevel.Fastest;
        using var entry = zip.CreateEntry(name, level).Open();
        entry.Write(content);
    }

    private void Block(byte[] content)
    {
        foreach (var each in content)
        {
            if (each is (byte)'a' or (byte)'b')
            {
                rows.Add((byte)'b');
            }
            rows.Add(each);
        }
        rows.Add((byte)'a');
    }

    /// <summary>What the archive says of the rows.</summary>
    public string Meta()
    {
        var listed =
            Version <= 6
                ? StoredWorkflow.Array("table.datacell.classes", "xstring", classes)
                : StoredWorkflow.Config(
                    "table.datacell.classes",
                    string.Concat(
                        classes.Select(
                            (each, i) =>
                                StoredWorkflow.Config(
                                    $"element_{i}",
                                    StoredWorkflow.Entry("class", "xstring", each)
                                )
                        )
                    )
                );
        var compression = StoredWorkflow.Entry("container.compression", "xstring", Compression);
        return StoredWorkflow.Xml(
            StoredWorkflow.Config(
                "table.meta.internal",
                StoredWorkflow.Entry("container.version", "xstring", $"container_{Version}")
                    + StoredWorkflow.Entry("table.size", "xint", Claimed ?? count)
                    + (
                        Version >= 10
                            ? StoredWorkflow.Config("container.format.config", compression + listed)
                            : compression + listed
                    )
            )
        );
    }

    private byte[] Packed()
    {
        var plain = Plain;
        using var packed = new MemoryStream();
        if (Compression == "Gzip")
        {
            using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            {
                gzip.Write(plain);
            }
            return packed.ToArray();
        }
        if (Compression == "None")
        {
            return plain;
        }
        packed.Write([0x82, .. "SNAPPY\0"u8, .. Integer(1), .. Integer(1)]);
        foreach (var chunk in plain.Chunk(32 * 1024))
        {
            var block = Snappier.Snappy.CompressToArray(chunk);
            packed.Write(Integer(block.Length));
            packed.Write(block);
        }
        return packed.ToArray();
    }
}

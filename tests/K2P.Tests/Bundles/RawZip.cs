using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace K2P.Tests.Bundles;

/// <summary>One entry of an archive, right by default and wrong where a test wants it to be.</summary>
internal sealed record RawEntry(string Name, byte[] Content)
{
    public RawEntry(string name, string text)
        : this(name, Encoding.UTF8.GetBytes(text)) { }

    /// <summary>The name's bytes where they are not UTF-8.</summary>
    public byte[]? RawName { get; init; }

    /// <summary>The name in the local header, where it is another one.</summary>
    public string? LocalName { get; init; }
    public ushort Method { get; init; } = 8;
    public ushort Flags { get; init; } = 0x800;
    public uint Attributes { get; init; } = 0x81A40000;
    public uint? Crc { get; init; }
    public uint? Size { get; init; }

    /// <summary>The checksum and the sizes follow the data.</summary>
    public bool HasDescriptor { get; init; }
    public uint DescriptorError { get; init; }
    public bool IsZip64 { get; init; }

    /// <summary>The size that the zip64 field gives.</summary>
    public ulong? Size64 { get; init; }

    /// <summary>Changes the compressed data.</summary>
    public Func<byte[], byte[]> Damage { get; init; } = data => data;

    /// <summary>Only the directory has it: it lies where the first entry lies.</summary>
    public bool SharesFirst { get; init; }

    /// <summary>Its data reach this many bytes further, into what follows.</summary>
    public uint Reach { get; init; }
}

/// <summary>Writes archives field by field.</summary>
internal static class RawZip
{
    private static readonly uint[] CrcTable =
    [
        .. Enumerable.Range(0, 256).Select(value => CrcOf((uint)value)),
    ];

    public static byte[] Write(params IReadOnlyList<RawEntry> entries) =>
        Write(entries, prefix: [], suffix: [], comment: []);

    public static byte[] Write(
        IReadOnlyList<RawEntry> entries,
        byte[] prefix,
        byte[] suffix,
        byte[] comment,
        int? count = null
    )
    {
        using var archive = new MemoryStream();
        using var directory = new MemoryStream();
        archive.Write(prefix);
        foreach (var entry in entries)
        {
            Add(entry, archive, directory);
        }

        var start = (uint)archive.Position;
        directory.WriteTo(archive);
        var total = (ushort)(count ?? entries.Count);
        archive.Write("PK\x5\x6\0\0\0\0"u8);
        Short(archive, total);
        Short(archive, total);
        Long(archive, (uint)directory.Length);
        Long(archive, start);
        Short(archive, (ushort)comment.Length);
        archive.Write(comment);
        archive.Write(suffix);
        return archive.ToArray();
    }

    private static void Add(RawEntry entry, MemoryStream archive, MemoryStream directory)
    {
        var name = entry.RawName ?? Encoding.UTF8.GetBytes(entry.Name);
        var data = entry.Damage(entry.Method == 0 ? entry.Content : Deflate(entry.Content));
        var crc = entry.Crc ?? Crc(entry.Content);
        var size = entry.Size ?? (uint)entry.Content.Length;
        var packed = (uint)data.Length + entry.Reach;
        var flags = (ushort)(entry.Flags | (entry.HasDescriptor ? 8 : 0));
        var offset = entry.SharesFirst ? 0 : (uint)archive.Position;
        var extra = entry.IsZip64 ? Zip64(entry.Size64 ?? size, packed) : [];
        if (!entry.SharesFirst)
        {
            archive.Write("PK\x3\x4"u8);
            var local = entry.LocalName is null ? name : Encoding.UTF8.GetBytes(entry.LocalName);
            Common(archive, entry, flags, entry.HasDescriptor ? (0, 0, 0) : (crc, packed, size));
            Short(archive, (ushort)local.Length);
            Short(archive, (ushort)extra.Length);
            archive.Write(local);
            archive.Write(extra);
            archive.Write(data);
            if (entry.HasDescriptor)
            {
                archive.Write("PK\x7\x8"u8);
                Long(archive, crc + entry.DescriptorError);
                Long(archive, packed);
                Long(archive, size);
            }
        }

        directory.Write("PK\x1\x2\x14\x3"u8);
        Common(directory, entry, flags, (crc, packed, size));
        Short(directory, (ushort)name.Length);
        Short(directory, (ushort)extra.Length);
        directory.Write(new byte[6]);
        Long(directory, entry.Attributes);
        Long(directory, offset);
        directory.Write(name);
        directory.Write(extra);
    }

    private static void Common(
        MemoryStream target,
        RawEntry entry,
        ushort flags,
        (uint Crc, uint Packed, uint Size) sizes
    )
    {
        Short(target, 20);
        Short(target, flags);
        Short(target, entry.Method);
        Long(target, 0x00210000);
        Long(target, sizes.Crc);
        Long(target, entry.IsZip64 ? uint.MaxValue : sizes.Packed);
        Long(target, entry.IsZip64 ? uint.MaxValue : sizes.Size);
    }

    private static byte[] Zip64(ulong size, ulong packed)
    {
        var field = new byte[20];
        BinaryPrimitives.WriteUInt16LittleEndian(field, 1);
        BinaryPrimitives.WriteUInt16LittleEndian(field.AsSpan(2), 16);
        BinaryPrimitives.WriteUInt64LittleEndian(field.AsSpan(4), size);
        BinaryPrimitives.WriteUInt64LittleEndian(field.AsSpan(12), packed);
        return field;
    }

    /// <summary>Bit by bit, as the format's description has it.</summary>
    private static uint Crc(byte[] content)
    {
        var crc = uint.MaxValue;
        foreach (var value in content)
        {
            crc = CrcTable[(byte)(crc ^ value)] ^ (crc >> 8);
        }

        return ~crc;
    }

    private static uint CrcOf(uint value)
    {
        for (var bit = 0; bit < 8; bit++)
        {
            value = (value & 1) == 0 ? value >> 1 : (value >> 1) ^ 0xEDB88320;
        }

        return value;
    }

    private static byte[] Deflate(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write(content);
        }

        return packed.ToArray();
    }

    private static void Short(MemoryStream target, ushort value)
    {
        Span<byte> bytes = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, value);
        target.Write(bytes);
    }

    private static void Long(MemoryStream target, uint value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        target.Write(bytes);
    }
}

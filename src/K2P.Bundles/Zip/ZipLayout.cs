using System.Buffers.Binary;

namespace K2P.Bundles.Zip;

/// <summary>Checks each local header against the directory, and that the entries lie one after another without gap or overlap.</summary>
internal static class ZipLayout
{
    public const uint LocalSignature = 0x04034b50;

    private const uint DescriptorSignature = 0x08074b50;
    private const int LocalSize = 30;

    /// <summary>Encryption, descriptor and UTF-8; the rest are hints for writers.</summary>
    private const int MeaningfulFlags = 0x2849;

    public static void Check(ByteSource source, List<ZipEntry> entries, long directoryOffset)
    {
        var ordered = entries.OrderBy(entry => entry.HeaderOffset).ToList();
        long expected = 0;
        for (var i = 0; i < ordered.Count; i++)
        {
            var entry = ordered[i];
            if (entry.HeaderOffset < expected)
            {
                throw new BundleException(
                    RefusalCode.ZipBomb,
                    "Files in the archive overlap, as in a zip bomb; write it again.",
                    entry.Name
                );
            }

            if (entry.HeaderOffset > expected)
            {
                throw ZipDirectory.Corrupt("bytes belong to no entry", entry.Name);
            }

            CheckHeader(source, entry);
            var next = i + 1 < ordered.Count ? ordered[i + 1].HeaderOffset : directoryOffset;
            if (entry.CompressedSize > directoryOffset - entry.DataOffset)
            {
                throw ZipDirectory.Corrupt("an entry reaches into the directory", entry.Name);
            }

            expected = entry.DataOffset + entry.CompressedSize;
            if (entry.HasDescriptor && next > expected)
            {
                expected += DescriptorLength(source, entry, expected, next - expected);
            }
        }

        if (expected != directoryOffset)
        {
            throw ZipDirectory.Corrupt("bytes belong to no entry");
        }
    }

    private static void CheckHeader(ByteSource source, ZipEntry entry)
    {
        Span<byte> header = stackalloc byte[LocalSize];
        if (
            !source.TryRead(entry.HeaderOffset, header)
            || BinaryPrimitives.ReadUInt32LittleEndian(header) != LocalSignature
        )
        {
            throw ZipDirectory.Corrupt("a local header is missing", entry.Name);
        }

        int nameLength = BinaryPrimitives.ReadUInt16LittleEndian(header[26..]);
        int extraLength = BinaryPrimitives.ReadUInt16LittleEndian(header[28..]);
        var rest = new byte[nameLength + extraLength];
        if (!source.TryRead(entry.HeaderOffset + LocalSize, rest))
        {
            throw ZipDirectory.Corrupt("a local header is cut off", entry.Name);
        }

        var flags = BinaryPrimitives.ReadUInt16LittleEndian(header[6..]);
        var name = ZipNames.Decode(
            rest.AsSpan(0, nameLength),
            flags,
            rest.AsSpan(nameLength),
            out _
        );
        if (
            !string.Equals(name, entry.Name, StringComparison.Ordinal)
            || ((flags ^ entry.Flags) & MeaningfulFlags) != 0
            || BinaryPrimitives.ReadUInt16LittleEndian(header[8..]) != entry.Method
        )
        {
            throw ZipDirectory.Corrupt("a local header and the directory disagree", entry.Name);
        }

        var large = new Zip64Sizes(ExtraField.Find(rest.AsSpan(nameLength), Zip64Sizes.Tag));
        var size = large.Next(BinaryPrimitives.ReadUInt32LittleEndian(header[22..]), entry.Name);
        var compressed = large.Next(
            BinaryPrimitives.ReadUInt32LittleEndian(header[18..]),
            entry.Name
        );
        var crc = BinaryPrimitives.ReadUInt32LittleEndian(header[14..]);
        var unknown = entry.HasDescriptor && (crc, size, compressed) is (0, 0, 0);
        if (
            !unknown
            && (crc != entry.Crc || size != entry.Size || compressed != entry.CompressedSize)
        )
        {
            throw ZipDirectory.Corrupt(
                "a local header and the directory disagree about sizes",
                entry.Name
            );
        }

        entry.DataOffset = entry.HeaderOffset + LocalSize + nameLength + extraLength;
    }

    /// <summary>A data descriptor has an optional signature, the checksum, and two sizes of four or eight bytes.</summary>
    private static int DescriptorLength(ByteSource source, ZipEntry entry, long offset, long room)
    {
        Span<byte> bytes = stackalloc byte[24];
        var descriptor = bytes[..(int)Math.Min(room, bytes.Length)];
        if (source.TryRead(offset, descriptor))
        {
            foreach (var length in (ReadOnlySpan<int>)[16, 24, 12, 20])
            {
                if (length <= descriptor.Length && IsDescriptor(descriptor[..length], entry))
                {
                    return length;
                }
            }
        }

        throw ZipDirectory.Corrupt("a data descriptor is wrong", entry.Name);
    }

    private static bool IsDescriptor(ReadOnlySpan<byte> bytes, ZipEntry entry)
    {
        if (bytes.Length is 16 or 24)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(bytes) != DescriptorSignature)
            {
                return false;
            }

            bytes = bytes[4..];
        }

        return BinaryPrimitives.ReadUInt32LittleEndian(bytes) == entry.Crc
            && (
                bytes.Length == 12
                    ? BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]) == entry.CompressedSize
                        && BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]) == entry.Size
                    : BinaryPrimitives.ReadInt64LittleEndian(bytes[4..]) == entry.CompressedSize
                        && BinaryPrimitives.ReadInt64LittleEndian(bytes[12..]) == entry.Size
            );
    }
}

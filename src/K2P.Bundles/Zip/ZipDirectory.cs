using System.Buffers.Binary;

namespace K2P.Bundles.Zip;

/// <summary>Reads the central directory of an archive and believes nothing that another part of the archive contradicts.</summary>
/// <remarks>
/// Every byte must belong to exactly one entry, the directory or the comment, so that no other reader can see other files
/// than this one (PKWARE APPNOTE 6.3.10; docs/decisions/0012-archives-are-read-strictly.md).
/// </remarks>
internal static class ZipDirectory
{
    private const uint EndSignature = 0x06054b50;
    private const uint End64Signature = 0x06064b50;
    private const uint Locator64Signature = 0x07064b50;
    private const uint EntrySignature = 0x02014b50;
    private const int EndSize = 22;
    private const int End64Size = 56;
    private const int Locator64Size = 20;
    private const int EntrySize = 46;
    private const long MaxDirectoryBytes = 64L << 20;

    /// <summary>The entries as the directory lists them, and where the directory starts.</summary>
    public static (List<ZipEntry> Entries, long Offset) Read(
        ByteSource source,
        ArchiveLimits limits
    )
    {
        var (offset, size, count) = FindDirectory(source);
        if (count > limits.MaxListedEntries || size > MaxDirectoryBytes)
        {
            throw TooMany(limits.MaxListedEntries);
        }

        var bytes = new byte[size];
        if (!source.TryRead(offset, bytes))
        {
            throw Corrupt("the central directory is cut off");
        }

        var entries = ReadEntries(bytes, limits);
        if (entries.Count != count)
        {
            throw Corrupt($"the directory holds {entries.Count} entries and claims {count}");
        }

        return (entries, offset);
    }

    public static BundleException Corrupt(string why, string? path = null) =>
        new(
            RefusalCode.ZipCorrupt,
            "The archive is damaged or its parts contradict each other; write it again.",
            path,
            why
        );

    public static BundleException TooMany(int limit) =>
        new(RefusalCode.ZipTooManyFiles, $"The archive holds more than {limit} files.");

    public static BundleException UnsupportedMethod(ZipEntry entry) =>
        new(
            RefusalCode.ZipUnsupportedMethod,
            "The archive uses a compression other than deflate; write it again.",
            entry.Name,
            $"method {entry.Method}"
        );

    private static (long Offset, long Size, long Count) FindDirectory(ByteSource source)
    {
        var tail = new byte[Math.Min(source.Length, EndSize + ushort.MaxValue)];
        if (!source.TryRead(source.Length - tail.Length, tail))
        {
            throw Corrupt("the file became shorter while it was read");
        }

        var at = FindEnd(tail);
        if (at < 0)
        {
            throw NoEnd(source);
        }

        var end = tail.AsSpan(at);
        var endOffset = source.Length - tail.Length + at;
        var disks = BinaryPrimitives.ReadUInt32LittleEndian(end[4..]);
        long countHere = BinaryPrimitives.ReadUInt16LittleEndian(end[8..]);
        long count = BinaryPrimitives.ReadUInt16LittleEndian(end[10..]);
        long size = BinaryPrimitives.ReadUInt32LittleEndian(end[12..]);
        long offset = BinaryPrimitives.ReadUInt32LittleEndian(end[16..]);
        var directoryEnd = endOffset;
        if (FindEnd64(source, endOffset) is { } large)
        {
            Agree(count, ushort.MaxValue, large.Count);
            Agree(countHere, ushort.MaxValue, large.Count);
            Agree(size, uint.MaxValue, large.Size);
            Agree(offset, uint.MaxValue, large.Offset);
            (offset, size, count, directoryEnd) = large;
            countHere = count;
            disks = disks is uint.MaxValue ? 0 : disks;
        }

        if (disks != 0 || countHere != count)
        {
            throw Corrupt("it is one part of several");
        }

        return offset >= 0 && size >= 0 && offset <= directoryEnd && directoryEnd - offset == size
            ? (offset, size, count)
            : throw Corrupt(
                "the directory is not where the end record says, or other data lies around the archive"
            );
    }

    /// <summary>The one end record whose comment reaches exactly to the end of the file.</summary>
    private static int FindEnd(ReadOnlySpan<byte> tail)
    {
        var found = -1;
        for (var at = tail.Length - EndSize; at >= 0; at--)
        {
            if (
                BinaryPrimitives.ReadUInt32LittleEndian(tail[at..]) == EndSignature
                && at + EndSize + BinaryPrimitives.ReadUInt16LittleEndian(tail[(at + 20)..])
                    == tail.Length
            )
            {
                if (found >= 0)
                {
                    throw Corrupt("it has two end records");
                }

                found = at;
            }
        }

        return found;
    }

    private static BundleException NoEnd(ByteSource source)
    {
        var start = new byte[4];
        var signature = source.TryRead(0, start)
            ? BinaryPrimitives.ReadUInt32LittleEndian(start)
            : 0;
        return signature is ZipLayout.LocalSignature or EndSignature
            ? Corrupt("the end record is missing: cut off, or followed by other data")
            : new BundleException(
                RefusalCode.NotAZip,
                "The file is not a zip archive; send the workflow as .zip or .knwf."
            );
    }

    private static (long Offset, long Size, long Count, long RecordOffset)? FindEnd64(
        ByteSource source,
        long endOffset
    )
    {
        Span<byte> locator = stackalloc byte[Locator64Size];
        if (
            !source.TryRead(endOffset - Locator64Size, locator)
            || BinaryPrimitives.ReadUInt32LittleEndian(locator) != Locator64Signature
        )
        {
            return null;
        }

        var recordOffset = BinaryPrimitives.ReadInt64LittleEndian(locator[8..]);
        Span<byte> record = stackalloc byte[End64Size];
        if (
            BinaryPrimitives.ReadUInt32LittleEndian(locator[4..]) != 0
            || BinaryPrimitives.ReadUInt32LittleEndian(locator[16..]) > 1
            || recordOffset > endOffset - Locator64Size - End64Size
            || !source.TryRead(recordOffset, record)
            || BinaryPrimitives.ReadUInt32LittleEndian(record) != End64Signature
            || BinaryPrimitives.ReadInt64LittleEndian(record[4..])
                != endOffset - Locator64Size - recordOffset - 12
            || BinaryPrimitives.ReadUInt64LittleEndian(record[16..]) != 0
        )
        {
            throw Corrupt("its zip64 end record is wrong");
        }

        var count = BinaryPrimitives.ReadInt64LittleEndian(record[32..]);
        if (count < 0 || count != BinaryPrimitives.ReadInt64LittleEndian(record[24..]))
        {
            throw Corrupt("its zip64 end record is wrong");
        }

        return (
            BinaryPrimitives.ReadInt64LittleEndian(record[48..]),
            BinaryPrimitives.ReadInt64LittleEndian(record[40..]),
            count,
            recordOffset
        );
    }

    private static void Agree(long small, long escape, long large)
    {
        if (small != escape && small != large)
        {
            throw Corrupt("its two end records disagree");
        }
    }

    private static List<ZipEntry> ReadEntries(ReadOnlySpan<byte> bytes, ArchiveLimits limits)
    {
        var entries = new List<ZipEntry>();
        while (bytes.Length > 0)
        {
            if (
                bytes.Length < EntrySize
                || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != EntrySignature
            )
            {
                throw Corrupt("the central directory is broken");
            }

            int nameLength = BinaryPrimitives.ReadUInt16LittleEndian(bytes[28..]);
            int extraLength = BinaryPrimitives.ReadUInt16LittleEndian(bytes[30..]);
            int commentLength = BinaryPrimitives.ReadUInt16LittleEndian(bytes[32..]);
            var length = EntrySize + nameLength + extraLength + commentLength;
            if (length > bytes.Length)
            {
                throw Corrupt("the central directory is broken");
            }

            entries.Add(
                ReadEntry(
                    bytes[..EntrySize],
                    bytes.Slice(EntrySize, nameLength),
                    bytes.Slice(EntrySize + nameLength, extraLength)
                )
            );
            if (entries.Count > limits.MaxListedEntries)
            {
                throw TooMany(limits.MaxListedEntries);
            }

            bytes = bytes[length..];
        }

        return entries;
    }

    private static ZipEntry ReadEntry(
        ReadOnlySpan<byte> header,
        ReadOnlySpan<byte> rawName,
        ReadOnlySpan<byte> extra
    )
    {
        var flags = BinaryPrimitives.ReadUInt16LittleEndian(header[8..]);
        var name =
            ZipNames.Decode(rawName, flags, extra, out var legacy)
            ?? throw Corrupt("a name is declared to be UTF-8 and is not");
        if (BinaryPrimitives.ReadUInt16LittleEndian(header[34..]) is not (0 or ushort.MaxValue))
        {
            throw Corrupt("it is one part of several", name);
        }

        var large = new Zip64Sizes(ExtraField.Find(extra, Zip64Sizes.Tag));
        var size = large.Next(BinaryPrimitives.ReadUInt32LittleEndian(header[24..]), name);
        var compressed = large.Next(BinaryPrimitives.ReadUInt32LittleEndian(header[20..]), name);
        var offset = large.Next(BinaryPrimitives.ReadUInt32LittleEndian(header[42..]), name);
        var entry = new ZipEntry
        {
            Name = name,
            LegacyName = legacy,
            Flags = flags,
            Method = BinaryPrimitives.ReadUInt16LittleEndian(header[10..]),
            Crc = BinaryPrimitives.ReadUInt32LittleEndian(header[16..]),
            CompressedSize = compressed,
            Size = size,
            HeaderOffset = offset,
            Attributes = BinaryPrimitives.ReadUInt32LittleEndian(header[38..]),
        };
        return entry.IsEncrypted
            ? throw new BundleException(
                RefusalCode.ZipEncrypted,
                "The archive is encrypted; write it without a password.",
                name
            )
            : entry;
    }
}

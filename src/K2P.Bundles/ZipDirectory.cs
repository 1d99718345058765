using System.Buffers.Binary;
using System.Text;

namespace K2P.Bundles;

/// <summary>
/// The central directory of a zip (APPNOTE 4.3.12), read before the archive is opened: the number of entries must be
/// known before memory is given to them, and the framework does not tell an entry's compression method.
/// </summary>
internal sealed class ZipDirectory
{
    private const uint EndMark = 0x06054B50;
    private const uint EntryMark = 0x02014B50;
    private const int EndLength = 22;
    private const int EntryLength = 46;
    private const int LongestComment = 65_535;
    private const int Stored = 0;
    private const int Deflated = 8;

    private readonly HashSet<string> unreadable = new(StringComparer.Ordinal);

    /// <exception cref="BundleException">It is no zip, is cut off, or has too many entries.</exception>
    public static ZipDirectory Read(Stream archive, int maxEntries)
    {
        RequireMagic(archive);
        var end = FindEnd(archive);
        var count = BinaryPrimitives.ReadUInt16LittleEndian(end[10..]);
        var size = BinaryPrimitives.ReadUInt32LittleEndian(end[12..]);
        var start = BinaryPrimitives.ReadUInt32LittleEndian(end[16..]);
        if (count == ushort.MaxValue || count > maxEntries)
        {
            throw new BundleException(
                RefusalCode.ZipTooManyFiles,
                $"The archive has more than {maxEntries} entries. Leave the data out."
            );
        }

        if (start + (long)size > archive.Length)
        {
            throw Corrupt();
        }

        var directory = new byte[size];
        archive.Position = start;
        archive.ReadExactly(directory);
        var read = new ZipDirectory();
        read.Collect(directory, count);
        return read;
    }

    /// <summary>Every entry that is going to be inflated must be stored or deflated.</summary>
    public void RequireReadable(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            if (unreadable.Contains(name))
            {
                throw new BundleException(
                    RefusalCode.ZipUnsupportedMethod,
                    "A file of the archive is compressed in a way that is not supported. Pack it with Deflate.",
                    name
                );
            }
        }
    }

    private static void RequireMagic(Stream archive)
    {
        Span<byte> start = stackalloc byte[4];
        archive.Position = 0;
        var read = archive.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        // A local file header, or the end of an archive without entries.
        if (read < 4 || !(start.SequenceEqual("PK\x3\x4"u8) || start.SequenceEqual("PK\x5\x6"u8)))
        {
            throw new BundleException(
                RefusalCode.NotAZip,
                "The bundle is not a zip archive. Export the workflow from KNIME as .knwf."
            );
        }
    }

    private static ReadOnlySpan<byte> FindEnd(Stream archive)
    {
        var length = (int)Math.Min(archive.Length, EndLength + LongestComment);
        var tail = new byte[length];
        archive.Position = archive.Length - length;
        archive.ReadExactly(tail);
        for (var at = length - EndLength; at >= 0; at--)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at)) == EndMark)
            {
                return tail.AsSpan(at, EndLength);
            }
        }

        throw Corrupt();
    }

    private void Collect(ReadOnlySpan<byte> directory, int count)
    {
        for (var entry = 0; entry < count; entry++)
        {
            if (
                directory.Length < EntryLength
                || BinaryPrimitives.ReadUInt32LittleEndian(directory) != EntryMark
            )
            {
                throw Corrupt();
            }

            var method = BinaryPrimitives.ReadUInt16LittleEndian(directory[10..]);
            var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(directory[28..]);
            var more =
                BinaryPrimitives.ReadUInt16LittleEndian(directory[30..])
                + BinaryPrimitives.ReadUInt16LittleEndian(directory[32..]);
            if (directory.Length < EntryLength + nameLength + more)
            {
                throw Corrupt();
            }

            if (method is not (Stored or Deflated))
            {
                unreadable.Add(Encoding.UTF8.GetString(directory.Slice(EntryLength, nameLength)));
            }

            directory = directory[(EntryLength + nameLength + more)..];
        }
    }

    private static BundleException Corrupt() =>
        new(RefusalCode.ZipCorrupt, "The archive is cut off or damaged. Export or pack it again.");
}

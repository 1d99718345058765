using System.IO.Compression;
using System.Text;

namespace K2P.Bundles;

/// <summary>The files of a workflow in a zip archive (<c>.zip</c>, <c>.knwf</c>, <c>.knar</c>). Only what is asked for is inflated.</summary>
public sealed class ArchiveFiles : IBundleFiles
{
    private const string WorkflowFile = "workflow.knime";
    private readonly ZipArchive zip;
    private readonly ArchiveLimits limits;
    private readonly SortedDictionary<string, ZipArchiveEntry> entries = new(
        StringComparer.Ordinal
    );
    private long total;

    /// <param name="stream">The archive; it is closed with this object.</param>
    /// <param name="name">The archive's name without ending.</param>
    /// <param name="limits">What it may hold.</param>
    /// <exception cref="BundleException">It is no zip, is encrypted, has unsafe paths, or is over a limit.</exception>
    public ArchiveFiles(Stream stream, string name, ArchiveLimits limits)
    {
        this.limits = limits;
        try
        {
            zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: false, Encoding.UTF8);
            var all = ReadEntries();
            var top = TopFolder(all.Keys);
            foreach (var (path, entry) in all)
            {
                if (path.StartsWith(top, StringComparison.Ordinal))
                {
                    entries[path[top.Length..]] = entry;
                }
            }
            Name = top.Length == 0 ? name : top.TrimEnd('/').Split('/')[^1];
        }
        catch (InvalidDataException)
        {
            stream.Dispose();
            throw new BundleException(
                RefusalCode.NotAZip,
                "The file is no zip archive, or its directory is damaged."
            );
        }
        catch (BundleException)
        {
            stream.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Paths => entries.Keys;

    /// <inheritdoc/>
    public bool Contains(string path) => entries.ContainsKey(path);

    /// <inheritdoc/>
    public Stream Open(string path)
    {
        if (!entries.TryGetValue(path, out var entry))
        {
            throw new BundleException(
                RefusalCode.MissingSettings,
                "The file is not in the archive.",
                path
            );
        }
        try
        {
            var buffer = new MemoryStream();
            using var source = entry.Open();
            var block = new byte[16 * 1024];
            for (int read; (read = source.Read(block)) > 0; )
            {
                buffer.Write(block, 0, read);
                total += read;
                CheckSize(entry, path, buffer.Length);
            }
            if (buffer.Length != entry.Length)
            {
                throw new BundleException(
                    RefusalCode.ZipCorrupt,
                    "The archive lies about the file's size.",
                    path
                );
            }
            if (ZipCrc.Of(buffer.GetBuffer().AsSpan(0, (int)buffer.Length)) != entry.Crc32)
            {
                throw new BundleException(
                    RefusalCode.ZipCorrupt,
                    "The file's checksum is wrong.",
                    path
                );
            }
            buffer.Position = 0;
            return buffer;
        }
        catch (InvalidDataException)
        {
            throw new BundleException(
                RefusalCode.ZipCorrupt,
                "The file's compressed data are damaged.",
                path
            );
        }
    }

    /// <inheritdoc/>
    public void Dispose() => zip.Dispose();

    private void CheckSize(ZipArchiveEntry entry, string path, long size)
    {
        if (size > limits.MaxEntryBytes)
        {
            throw new BundleException(
                RefusalCode.ZipEntryTooLarge,
                "A file of the archive is too large.",
                path
            );
        }
        if (total > limits.MaxTotalBytes)
        {
            throw new BundleException(
                RefusalCode.ZipTooLarge,
                "The archive holds too much data.",
                path
            );
        }
        if (size > 1 << 20 && size / Math.Max(1, entry.CompressedLength) > limits.MaxRatio)
        {
            throw new BundleException(
                RefusalCode.ZipBomb,
                "A file of the archive inflates too much.",
                path
            );
        }
    }

    private SortedDictionary<string, ZipArchiveEntry> ReadEntries()
    {
        var all = new SortedDictionary<string, ZipArchiveEntry>(StringComparer.Ordinal);
        if (zip.Entries.Count > limits.MaxEntries)
        {
            throw new BundleException(
                RefusalCode.ZipTooManyFiles,
                $"The archive has more than {limits.MaxEntries} entries."
            );
        }
        foreach (var entry in zip.Entries)
        {
            var path = entry.FullName.Replace('\\', '/');
            CheckPath(path);
            var unixType = (entry.ExternalAttributes >> 16) & 0xF000;
            if (unixType is not (0 or 0x4000 or 0x8000))
            {
                throw new BundleException(
                    RefusalCode.ZipSymlink,
                    "The archive holds a link or special file.",
                    path
                );
            }
            if (path.EndsWith('/'))
            {
                continue;
            }
            if (entry.IsEncrypted)
            {
                throw new BundleException(
                    RefusalCode.ZipEncrypted,
                    "The archive is encrypted.",
                    path
                );
            }
            if (!all.TryAdd(path, entry))
            {
                throw new BundleException(
                    RefusalCode.ZipDuplicate,
                    "The archive holds a path twice.",
                    path
                );
            }
        }
        return all;
    }

    private void CheckPath(string path)
    {
        if (!BundlePaths.IsSafe(path))
        {
            throw new BundleException(
                RefusalCode.ZipPathUnsafe,
                "A path of the archive would leave its folder.",
                path
            );
        }
        if (Encoding.UTF8.GetByteCount(path) > limits.MaxPathBytes)
        {
            throw new BundleException(
                RefusalCode.ZipPathTooLong,
                "A path of the archive is too long."
            );
        }
        if (path.AsSpan().Count('/') > limits.MaxDepth)
        {
            throw new BundleException(
                RefusalCode.ZipPathTooDeep,
                "A path of the archive goes too deep."
            );
        }
    }

    /// <summary>The folder that holds the workflow, with a slash behind it: the root, or the one that is nearest to it.</summary>
    private static string TopFolder(IEnumerable<string> paths)
    {
        var found = paths
            .Where(path =>
                path == WorkflowFile || path.EndsWith($"/{WorkflowFile}", StringComparison.Ordinal)
            )
            .Select(path => path[..^WorkflowFile.Length])
            .GroupBy(folder => folder.AsSpan().Count('/'))
            .MinBy(group => group.Key)
            ?.ToList();
        return found switch
        {
            null => "",
            [var only] => only,
            _ => throw new BundleException(
                RefusalCode.MissingWorkflow,
                $"The archive holds several workflows ({string.Join(", ", found.Take(5).Select(each => each.TrimEnd('/')))}); extract one."
            ),
        };
    }
}

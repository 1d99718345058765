using System.IO.Compression;
using System.Text;

namespace K2P.Bundles;

/// <summary>What an accepted upload is.</summary>
/// <param name="Folder">The folder of the workflow in the archive, with a slash behind it; empty for the root.</param>
/// <param name="Files">The files of the workflow that are kept.</param>
/// <param name="Missing">Settings files that the workflow refers to and that are not there, where that is allowed.</param>
public sealed record Upload(
    string Folder,
    IReadOnlyList<string> Files,
    IReadOnlyList<string> Missing
);

/// <summary>
/// Decides whether an archive from a stranger is a bundle: every entry is looked at, everything that is kept is inflated,
/// counted, checked and parsed. Stricter than reading a workflow from one's own disk.
/// </summary>
/// <param name="limits">How much an upload may hold.</param>
public sealed class UploadInspector(ArchiveLimits limits)
{
    private const string WorkflowFile = "workflow.knime";
    private const string SettingsFile = "settings.xml";

    // An export with its data has many times the entries of the workflow alone.
    private const int PrunedFactor = 10;

    // From this size on a high ratio is a bomb and not just a short text.
    private const long BombFloor = 1 << 20;

    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Looks at an archive as it was sent: it may hold nothing but workflow and settings files.</summary>
    /// <exception cref="BundleException">It is refused.</exception>
    public Upload Inspect(Stream archive, bool allowMissing) =>
        Read(archive, pruned: null, allowMissing);

    /// <summary>Looks at an archive that may hold anything, and writes the bundle that is kept of it; the rest is not even inflated.</summary>
    /// <exception cref="BundleException">It is refused.</exception>
    public Upload Prune(Stream archive, Stream pruned, bool allowMissing) =>
        Read(archive, pruned, allowMissing);

    private Upload Read(Stream archive, Stream? pruned, bool allowMissing)
    {
        try
        {
            var directory = ZipDirectory.Read(
                archive,
                pruned is null ? limits.MaxEntries : PrunedFactor * limits.MaxEntries
            );
            archive.Position = 0;
            using var zip = new ZipArchive(
                archive,
                ZipArchiveMode.Read,
                leaveOpen: true,
                Encoding.UTF8
            );
            var files = PlainFiles(zip, prunes: pruned is not null);
            var folder = WorkflowFolder(files.Keys);
            var kept = Kept(files, folder, prunes: pruned is not null);
            directory.RequireReadable(kept.Values.Select(entry => entry.FullName));
            using var target = pruned is null
                ? null
                : new ZipArchive(pruned, ZipArchiveMode.Create, leaveOpen: true);
            var references = new WorkflowReferences();
            var total = 0L;
            foreach (var (path, entry) in kept)
            {
                using var content = Inflate(entry, path, ref total);
                references.Add(path, content);
                Copy(content, target, path);
            }

            var missing = references.Missing(folder);
            return missing.Count == 0 || allowMissing
                ? new Upload(folder, [.. kept.Keys], missing)
                : throw new BundleException(
                    RefusalCode.MissingSettings,
                    $"{missing.Count} settings files that the workflow refers to are missing. Export the whole workflow.",
                    missing[0]
                );
        }
        catch (InvalidDataException)
        {
            throw new BundleException(
                RefusalCode.ZipCorrupt,
                "The archive is damaged. Export or pack it again."
            );
        }
    }

    private static void Copy(MemoryStream content, ZipArchive? target, string path)
    {
        if (target is null)
        {
            return;
        }

        var copy = target.CreateEntry(path, CompressionLevel.Fastest);
        copy.LastWriteTime = Epoch;
        using var stream = copy.Open();
        content.Position = 0;
        content.CopyTo(stream);
    }

    private SortedDictionary<string, ZipArchiveEntry> PlainFiles(ZipArchive zip, bool prunes)
    {
        var files = new SortedDictionary<string, ZipArchiveEntry>(StringComparer.Ordinal);
        var names = new UploadPaths(limits);
        foreach (var entry in zip.Entries)
        {
            var path = entry.FullName;
            var isFolder = path.EndsWith('/');
            // What is going to be dropped may lie as deep as it likes: it is only looked at, never inflated.
            names.Add(path, isFolder, isMeasured: !prunes || IsOfWorkflow(path));
            // The upper half is the mode of Unix: only folders and plain files, or nothing at all.
            var type = (entry.ExternalAttributes >> 16) & 0xF000;
            if (type is not (0 or 0x4000 or 0x8000))
            {
                throw new BundleException(
                    RefusalCode.ZipSymlink,
                    "The archive holds a link or special file.",
                    path
                );
            }

            if (entry.IsEncrypted)
            {
                throw new BundleException(
                    RefusalCode.ZipEncrypted,
                    "The archive is encrypted. Pack it without a password.",
                    path
                );
            }

            if (!isFolder)
            {
                files.Add(path, entry);
            }
        }

        return files;
    }

    private static string WorkflowFolder(IEnumerable<string> paths)
    {
        var folders = paths
            .Where(path => NameOf(path) == WorkflowFile && path.AsSpan().Count('/') <= 1)
            .Select(path => path[..^WorkflowFile.Length])
            .ToList();
        if (folders.Contains(""))
        {
            return "";
        }

        return folders switch
        {
            [var only] => only,
            [] => throw new BundleException(
                RefusalCode.MissingWorkflow,
                "There is no workflow.knime at the root of the archive or in its top folder. Export one workflow."
            ),
            _ => throw new BundleException(
                RefusalCode.MissingWorkflow,
                "The archive holds several workflows. Send one at a time."
            ),
        };
    }

    private static SortedDictionary<string, ZipArchiveEntry> Kept(
        SortedDictionary<string, ZipArchiveEntry> files,
        string folder,
        bool prunes
    )
    {
        var kept = new SortedDictionary<string, ZipArchiveEntry>(StringComparer.Ordinal);
        foreach (var (path, entry) in files)
        {
            if (path.StartsWith(folder, StringComparison.Ordinal) && IsOfWorkflow(path))
            {
                kept.Add(path, entry);
            }
            else if (!prunes)
            {
                throw new BundleException(
                    RefusalCode.ZipEntryNotAllowed,
                    "The archive holds more than workflow and settings files. Leave the data out, or ask for prune=true.",
                    path
                );
            }
        }

        return kept;
    }

    private MemoryStream Inflate(ZipArchiveEntry entry, string path, ref long total)
    {
        var content = new MemoryStream();
        using var source = entry.Open();
        var block = new byte[16 * 1024];
        for (int read; (read = source.Read(block)) > 0; )
        {
            content.Write(block, 0, read);
            total += read;
            if (
                content.Length > BombFloor
                && content.Length / Math.Max(1, entry.CompressedLength) > limits.MaxRatio
            )
            {
                throw new BundleException(
                    RefusalCode.ZipBomb,
                    "A file of the archive inflates too much.",
                    path
                );
            }

            if (content.Length > limits.MaxEntryBytes)
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
                    "The archive holds too much.",
                    path
                );
            }
        }

        if (
            content.Length != entry.Length
            || ZipCrc.Of(content.GetBuffer().AsSpan(0, (int)content.Length)) != entry.Crc32
        )
        {
            throw new BundleException(
                RefusalCode.ZipCorrupt,
                "A file of the archive is damaged.",
                path
            );
        }

        content.Position = 0;
        return content;
    }

    private static bool IsOfWorkflow(string path) => NameOf(path) is WorkflowFile or SettingsFile;

    private static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];
}

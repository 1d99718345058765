using K2P.Bundles.Zip;

namespace K2P.Bundles;

/// <summary>What an accepted upload is.</summary>
/// <param name="Folder">The folder of the workflow in the archive, with a slash behind it; empty for the root.</param>
/// <param name="Files">The files of the workflow that are kept, as paths in the archive that is stored.</param>
/// <param name="Missing">What the workflow refers to and is not there, where that is allowed.</param>
public sealed record Upload(
    string Folder,
    IReadOnlyList<string> Files,
    IReadOnlyList<BundleProblem> Missing
);

/// <summary>
/// Decides whether an archive from a stranger is a bundle: every entry is looked at, everything that is kept is inflated,
/// counted, checked and parsed. Stricter than reading a workflow from one's own disk.
/// </summary>
/// <param name="limits">How much an upload may hold.</param>
public sealed class UploadInspector(ArchiveLimits limits)
{
    private const int MaxProblems = 100;

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
        using var source = ByteSource.Over(archive);
        var (entries, directory) = ZipDirectory.Read(source, limits);
        EntryRules.Check(entries, limits, dataToo: pruned is null);
        ZipLayout.Check(source, entries, directory);
        var root = WorkflowRoot.Find(entries, maxDepth: 1);
        var kept = entries.FindAll(entry => IsKept(entry, root));
        if (pruned is null)
        {
            RequireNothingElse(entries, root);
        }

        Drain(source, kept);
        Parse(source, kept);
        var references = References(source, pruned is null ? kept : entries, root);
        if (references.Missing.Count > 0 && !allowMissing)
        {
            throw Missing(references.Missing);
        }

        if (pruned is null)
        {
            return new Upload(
                root,
                [.. kept.Select(entry => entry.Name).Order(StringComparer.Ordinal)],
                references.Missing
            );
        }

        using var files = Files(source, kept, root);
        return new Upload(
            root,
            BundleWriter.Copy(files, references, root, pruned),
            references.Missing
        );
    }

    private static bool IsKept(ZipEntry entry, string root) =>
        BundlePaths.IsWorkflowFile(entry.Name)
        && entry.Name.StartsWith(root, StringComparison.Ordinal);

    private static void RequireNothingElse(List<ZipEntry> entries, string root)
    {
        var others = entries.FindAll(entry =>
            !IsKept(entry, root) && !(entry.IsFolder && IsAroundRoot(entry.Name, root))
        );
        if (others.Count > 0)
        {
            throw new BundleException(
                new BundleRefusal(
                    RefusalCode.ZipEntryNotAllowed,
                    "The archive holds more than one workflow's workflow.knime and settings.xml files; leave the data out, or ask for prune=true.",
                    others[0].Name
                )
                {
                    Problems =
                    [
                        .. others
                            .Take(MaxProblems)
                            .Select(entry => new BundleProblem(
                                entry.Name,
                                RefusalCode.ZipEntryNotAllowed,
                                "Only workflow.knime and settings.xml files of one workflow may be sent."
                            )),
                    ],
                }
            );
        }
    }

    private static bool IsAroundRoot(string folder, string root) =>
        folder.StartsWith(root, StringComparison.Ordinal)
        || root.StartsWith(folder, StringComparison.Ordinal);

    /// <summary>Inflates everything once, so that what is wrong with the archive is told before what is wrong with its content.</summary>
    private void Drain(ByteSource source, List<ZipEntry> kept)
    {
        var budget = new ReadBudget(limits);
        var block = new byte[64 << 10];
        foreach (var entry in kept)
        {
            using var content = new ZipEntryStream(source, entry, budget);
            while (content.Read(block) > 0) { }
        }
    }

    private void Parse(ByteSource source, List<ZipEntry> kept)
    {
        var budget = new ReadBudget(limits);
        foreach (var entry in kept)
        {
            using var content = new ZipEntryStream(source, entry, budget);
            NodeReferences.Read(content, entry.Name);
        }
    }

    private WorkflowReferences References(ByteSource source, List<ZipEntry> entries, string root)
    {
        using var files = Files(source, entries, root);
        return WorkflowReferences.Of(files);
    }

    private ArchiveFiles Files(ByteSource source, List<ZipEntry> entries, string root) =>
        new(source, entries, root, name: "", new ReadBudget(limits));

    private static BundleException Missing(IReadOnlyList<BundleProblem> missing) =>
        new(
            new BundleRefusal(
                RefusalCode.MissingSettings,
                missing.Count == 1
                    ? "A file that the workflow refers to is missing; export the whole workflow, or ask for allow_missing=true."
                    : $"{missing.Count} files that the workflow refers to are missing; export the whole workflow, or ask for allow_missing=true.",
                missing[0].Path
            )
            {
                Problems = [.. missing.Take(MaxProblems)],
            }
        );
}

using K2P.Bundles.Zip;

namespace K2P.Bundles;

/// <summary>Opens a workflow wherever it lies: a folder, its workflow.knime, or an archive (.zip, .knwf, .knar).</summary>
public static class Bundle
{
    public const string WorkflowFile = "workflow.knime";
    public const string SettingsFile = "settings.xml";

    /// <exception cref="FileNotFoundException">There is no such file or folder.</exception>
    /// <exception cref="BundleException">The input is refused.</exception>
    public static IBundleFiles Open(string input, ArchiveLimits limits)
    {
        if (Directory.Exists(input))
        {
            return OpenFolder(input, limits);
        }

        if (!File.Exists(input))
        {
            throw new FileNotFoundException("There is no such file or folder.", input);
        }

        return string.Equals(Path.GetFileName(input), WorkflowFile, StringComparison.Ordinal)
            ? new FolderFiles(Path.GetDirectoryName(Path.GetFullPath(input))!, limits)
            : OpenArchive(
                ByteSource.OpenFile(input),
                Path.GetFileNameWithoutExtension(input),
                limits
            );
    }

    /// <summary>Opens an archive held by a stream that can seek and stays the caller's.</summary>
    /// <param name="name">The workflow's name if it lies at the archive's root.</param>
    public static IBundleFiles Open(Stream archive, string name, ArchiveLimits limits) =>
        OpenArchive(ByteSource.Over(archive), name, limits);

    private static FolderFiles OpenFolder(string folder, ArchiveLimits limits) =>
        File.Exists(Path.Combine(folder, WorkflowFile))
            ? new FolderFiles(folder, limits)
            : throw new BundleException(
                RefusalCode.MissingWorkflow,
                "The folder holds no workflow.knime; name the workflow's own folder.",
                WorkflowFile
            );

    private static ArchiveFiles OpenArchive(ByteSource source, string name, ArchiveLimits limits)
    {
        try
        {
            var (entries, directory) = ZipDirectory.Read(source, limits);
            EntryRules.Check(entries, limits, dataToo: false);
            ZipLayout.Check(source, entries, directory);
            var root = WorkflowRoot.Find(entries);
            return new ArchiveFiles(
                source,
                entries,
                root,
                root.Length == 0 ? name : WorkflowRoot.NameOf(root),
                new ReadBudget(limits)
            );
        }
        catch
        {
            source.Dispose();
            throw;
        }
    }
}

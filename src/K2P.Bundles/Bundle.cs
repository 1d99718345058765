namespace K2P.Bundles;

/// <summary>Opens a workflow in any of the forms in which people keep one.</summary>
public static class Bundle
{
    /// <param name="input">A workflow folder, a <c>workflow.knime</c> file, or an archive.</param>
    /// <param name="limits">What an archive may hold.</param>
    /// <exception cref="FileNotFoundException">There is no such file or folder.</exception>
    /// <exception cref="BundleException">It is no workflow, or is refused.</exception>
    public static IBundleFiles Open(string input, ArchiveLimits limits)
    {
        if (Directory.Exists(input))
        {
            return new FolderFiles(input, limits);
        }
        if (!File.Exists(input))
        {
            throw new FileNotFoundException("There is no such file or folder.", input);
        }
        return Path.GetFileName(input) == "workflow.knime"
            ? new FolderFiles(Path.GetDirectoryName(Path.GetFullPath(input))!, limits)
            : new ArchiveFiles(
                File.OpenRead(input),
                Path.GetFileNameWithoutExtension(input),
                limits
            );
    }
}

namespace K2P.Bundles;

/// <summary>The files of a workflow in a folder. Links that lead out of the folder are not followed.</summary>
public sealed class FolderFiles : IBundleFiles
{
    private readonly string root;
    private readonly ArchiveLimits limits;
    private readonly Lazy<SortedSet<string>> paths;
    private readonly HashSet<string> realFolders = new(StringComparer.Ordinal);

    public FolderFiles(string folder, ArchiveLimits limits)
    {
        root = Path.GetFullPath(folder);
        this.limits = limits;
        Name = Path.GetFileName(root.TrimEnd(Path.DirectorySeparatorChar));
        paths = new Lazy<SortedSet<string>>(List);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Paths => paths.Value;

    /// <inheritdoc/>
    public bool Contains(string path) => Locate(path) is not null;

    /// <inheritdoc/>
    public Stream Open(string path)
    {
        var file =
            Locate(path)
            ?? throw new BundleException(
                RefusalCode.MissingSettings,
                "The file is not there.",
                path
            );
        if (file.Length > limits.MaxEntryBytes)
        {
            throw new BundleException(RefusalCode.ZipEntryTooLarge, "The file is too large.", path);
        }
        return file.OpenRead();
    }

    /// <inheritdoc/>
    public void Dispose() { }

    private FileInfo? Locate(string path)
    {
        if (!BundlePaths.IsSafe(path))
        {
            return null;
        }
        var file = new FileInfo(Path.Join(root, path));
        return file.Exists && file.LinkTarget is null && IsReal(Path.GetDirectoryName(path)!)
            ? file
            : null;
    }

    /// <summary>True where no part of the folder's path is a link; looked up once per folder, since workflows nest deeply.</summary>
    private bool IsReal(string folder) =>
        folder.Length == 0
        || realFolders.Contains(folder)
        || (
            IsReal(Path.GetDirectoryName(folder)!)
            && new DirectoryInfo(Path.Join(root, folder)).LinkTarget is null
            && realFolders.Add(folder)
        );

    private SortedSet<string> List()
    {
        var options = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            AttributesToSkip = FileAttributes.ReparsePoint,
        };
        return new SortedSet<string>(
            Directory
                .EnumerateFiles(root, "*", options)
                .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/')),
            StringComparer.Ordinal
        );
    }
}

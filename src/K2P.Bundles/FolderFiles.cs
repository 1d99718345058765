namespace K2P.Bundles;

/// <summary>The files of a workflow in a folder. Links are not followed, so nothing outside the folder is ever read.</summary>
public sealed class FolderFiles : IBundleFiles
{
    private static readonly EnumerationOptions Everything = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Device,
        IgnoreInaccessible = true,
        MatchType = MatchType.Simple,
        ReturnSpecialDirectories = false,
    };

    private readonly string _root;
    private readonly ReadBudget _budget;
    private readonly Lazy<PathIndex<string>> _index;

    public FolderFiles(string folder, ArchiveLimits limits)
    {
        _root = Path.GetFullPath(folder);
        _budget = new ReadBudget(limits);
        Name = Path.GetFileName(Path.TrimEndingDirectorySeparator(_root));
        _index = new Lazy<PathIndex<string>>(List);
    }

    public string Name { get; }

    public IReadOnlyCollection<string> Paths => _index.Value.Paths;

    public bool Contains(string path) => _index.Value.Find(path) is not null;

    public string? Locate(string path) =>
        _index.Value.Find(path) is { } file ? ToBundlePath(file) : null;

    public Stream Open(string path)
    {
        if (_index.Value.Find(path) is not { } file)
        {
            throw new BundleException(
                RefusalCode.MissingSettings,
                "The file is not in the workflow's folder.",
                path
            );
        }

        // A pipe has no length either, and to open it would wait for a writer.
        if (new FileInfo(file).Length == 0)
        {
            return new MemoryStream([], writable: false);
        }

        var stream = new FileStream(
            file,
            FileMode.Open,
            FileAccess.Read,
            FileShare.Read,
            bufferSize: 1
        );
        return new CountedStream(stream, path, _budget);
    }

    public void Dispose() { }

    private PathIndex<string> List() =>
        new(
            Directory
                .EnumerateFiles(_root, "*", Everything)
                .Select(file => KeyValuePair.Create(ToBundlePath(file), file)),
            _ => []
        );

    private string ToBundlePath(string file) =>
        Path.GetRelativePath(_root, file).Replace(Path.DirectorySeparatorChar, '/');
}

using K2P.Bundles.Zip;

namespace K2P.Bundles;

/// <summary>The files of a workflow in a zip archive; nothing is inflated before it is opened.</summary>
internal sealed class ArchiveFiles : IBundleFiles
{
    private readonly ByteSource _source;
    private readonly ReadBudget _budget;
    private readonly PathIndex<ZipEntry> _index;
    private readonly string _root;

    /// <param name="root">The workflow's folder, ending with <c>/</c>, or empty.</param>
    public ArchiveFiles(
        ByteSource source,
        IEnumerable<ZipEntry> entries,
        string root,
        string name,
        ReadBudget budget
    )
    {
        _source = source;
        _budget = budget;
        _root = root;
        Name = name;
        _index = new PathIndex<ZipEntry>(
            entries
                .Where(entry =>
                    !entry.IsFolder && entry.Name.StartsWith(root, StringComparison.Ordinal)
                )
                .Select(entry => KeyValuePair.Create(entry.Name[root.Length..], entry)),
            entry => OtherReadings(entry, root)
        );
    }

    public string Name { get; }

    public IReadOnlyCollection<string> Paths => _index.Paths;

    public bool Contains(string path) => _index.Find(path) is not null;

    public string? Locate(string path) =>
        _index.Find(path) is { } entry ? entry.Name[_root.Length..] : null;

    public Stream Open(string path) =>
        _index.Find(path) is { } entry
            ? new ZipEntryStream(_source, entry, _budget)
            : throw new BundleException(
                RefusalCode.MissingSettings,
                "The file is not in the archive.",
                path
            );

    public void Dispose() => _source.Dispose();

    /// <summary>Other readings of the path below the root, which may itself be read in other ways.</summary>
    private static IEnumerable<string> OtherReadings(ZipEntry entry, string root)
    {
        if (entry.LegacyName is null)
        {
            return [];
        }

        var depth = root.AsSpan().Count('/');
        return ZipNames.OtherReadings(entry.LegacyName).Select(name => SkipFolders(name, depth));
    }

    private static string SkipFolders(string path, int count)
    {
        for (; count > 0; count--)
        {
            path = path[(path.IndexOf('/', StringComparison.Ordinal) + 1)..];
        }

        return path;
    }
}

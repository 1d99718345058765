namespace K2P.Bundles;

/// <summary>The files of one workflow, whether in a folder or in an archive. Paths are relative to the workflow, with <c>/</c>.</summary>
public interface IBundleFiles : IDisposable
{
    /// <summary>The name of the workflow's folder or archive.</summary>
    string Name { get; }

    /// <summary>All files, in ordinal order.</summary>
    IReadOnlyCollection<string> Paths { get; }

    /// <summary>True where the file is there.</summary>
    bool Contains(string path);

    /// <summary>The content of a file, bounded by the limits.</summary>
    /// <exception cref="BundleException">The file is damaged or over a limit.</exception>
    Stream Open(string path);
}

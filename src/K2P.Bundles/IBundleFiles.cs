namespace K2P.Bundles;

/// <summary>The files of one workflow, wherever they lie: in a folder or in an archive.</summary>
/// <remarks>
/// Paths are relative to the workflow's folder and separated by <c>/</c>. A path that is not there byte for byte is also found
/// when it differs only by Unicode form, by case, by the code page of an old archive, or by characters that
/// a file system could not hold; if two files fit, none is found.
/// </remarks>
public interface IBundleFiles : IDisposable
{
    /// <summary>The workflow's name: that of its folder, or of the archive if the workflow lies at its root.</summary>
    string Name { get; }

    /// <summary>All files, data included, in ordinal order.</summary>
    IReadOnlyCollection<string> Paths { get; }

    bool Contains(string path);

    /// <summary>The one of <see cref="Paths"/> that the path means, or null.</summary>
    string? Locate(string path);

    /// <summary>Opens a file for one pass; what it yields is bounded and counted.</summary>
    /// <exception cref="BundleException">It is not there, is corrupt, or is over a limit; may be thrown while reading.</exception>
    Stream Open(string path);
}

namespace K2P.Web.Blobs;

/// <summary>
/// Bundles and results, by key. A key is the owner's id, a dot, and a name. A blob is there whole or not at all,
/// and never changes.
/// </summary>
internal interface IBlobStore
{
    /// <summary>Stores the content, a stream with a length, durably; it can be read when the task ends, not before.</summary>
    Task PutAsync(string key, Stream content, CancellationToken cancel);

    /// <summary>The content as a seekable stream that the caller disposes of; null when there is none.</summary>
    Task<Stream?> OpenAsync(string key, CancellationToken cancel);

    /// <summary>Erases the blob; nothing happens when there is none.</summary>
    Task DeleteAsync(string key, CancellationToken cancel);

    /// <summary>Erases every blob of an owner, also those that no row names because their attempt was lost.</summary>
    Task DeleteAllAsync(string owner, CancellationToken cancel);

    /// <summary>An address where the blob can be fetched for a while without the service; null when there is no such thing.</summary>
    Task<Uri?> LinkAsync(string key, string downloadName, CancellationToken cancel);

    /// <summary>Fails when the store cannot take a blob now.</summary>
    Task CheckAsync(CancellationToken cancel);
}

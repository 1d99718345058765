namespace K2P.Web.Blobs;

/// <summary>Bundles and results, by key. A blob is there whole or not at all, and never changes.</summary>
internal interface IBlobStore
{
    /// <summary>Stores the content durably; it can be read when the task ends, not before.</summary>
    Task PutAsync(string key, Stream content, CancellationToken cancel);

    /// <summary>The content as a seekable stream that the caller disposes of; null when there is none.</summary>
    Task<Stream?> OpenAsync(string key, CancellationToken cancel);

    /// <summary>Erases the blob; nothing happens when there is none.</summary>
    Task DeleteAsync(string key, CancellationToken cancel);

    /// <summary>Fails when the store cannot take a blob now.</summary>
    Task CheckAsync(CancellationToken cancel);
}

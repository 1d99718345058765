namespace K2P.Bundles;

/// <summary>How large a bundle may be. Everything is counted while it is read and never taken from a header.</summary>
/// <remarks>
/// Number, depth and length count for workflow and settings files; the other files of a full export are never opened, only listed,
/// and <see cref="MaxListedEntries"/> bounds the list.
/// </remarks>
public sealed record ArchiveLimits
{
    /// <summary>The limits for a file of one's own, which may be a workflow of any width and depth; sizes and ratio count as always.</summary>
    public static ArchiveLimits OfOwnFile { get; } =
        new()
        {
            MaxEntries = 100_000,
            MaxDepth = 1024,
            MaxPathBytes = 8192,
        };

    public int MaxEntries { get; init; } = 2_000;

    /// <summary>Folders inside folders.</summary>
    public int MaxDepth { get; init; } = 20;

    /// <summary>Bytes of a path in UTF-8.</summary>
    public int MaxPathBytes { get; init; } = 240;
    public long MaxEntryBytes { get; init; } = 50L << 20;
    public long MaxTotalBytes { get; init; } = 300L << 20;

    /// <summary>Inflated bytes per compressed byte, for an entry and for all of them.</summary>
    public int MaxRatio { get; init; } = 200;

    /// <summary>Inflated bytes below which the ratio does not matter: short runs compress well.</summary>
    public long RatioFloorBytes { get; init; } = 64L << 10;
    public int MaxListedEntries { get; init; } = 200_000;
}

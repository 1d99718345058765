namespace K2P.Bundles;

/// <summary>How much an archive may hold. Sizes are counted while inflating, never taken from headers.</summary>
public sealed record ArchiveLimits
{
    /// <summary>The largest number of entries.</summary>
    public int MaxEntries { get; init; } = 100_000;

    /// <summary>The most bytes one file may have.</summary>
    public long MaxEntryBytes { get; init; } = 50L << 20;

    /// <summary>The most bytes that may be read from the archive in all.</summary>
    public long MaxTotalBytes { get; init; } = 300L << 20;

    /// <summary>How many times larger than its compressed form a file may be, counted from 1 MiB on.</summary>
    public int MaxRatio { get; init; } = 200;

    /// <summary>How many folders deep a path may go.</summary>
    public int MaxDepth { get; init; } = 1024;

    /// <summary>The longest path, in bytes of UTF-8.</summary>
    public int MaxPathBytes { get; init; } = 8192;
}

namespace K2P.Bundles;

/// <summary>Counts what is read from a bundle, and refuses to go on when it is too much.</summary>
internal sealed class ReadBudget(ArchiveLimits limits)
{
    private long _total;
    private long _compressed;

    /// <summary>Announces a file of <paramref name="compressed"/> bytes in the archive.</summary>
    public void Begin(long compressed) => Interlocked.Add(ref _compressed, compressed);

    /// <summary>Counts <paramref name="count"/> more bytes of a file that has given <paramref name="entryTotal"/> so far.</summary>
    public void Count(string path, int count, long entryTotal, long? compressed)
    {
        var total = Interlocked.Add(ref _total, count);
        if (
            compressed is { } size
            && entryTotal > limits.RatioFloorBytes
            && entryTotal / limits.MaxRatio >= size
        )
        {
            throw Bomb(path, $"ratio over {limits.MaxRatio}");
        }

        if (entryTotal > limits.MaxEntryBytes)
        {
            throw new BundleException(
                RefusalCode.ZipEntryTooLarge,
                $"A file in the bundle is larger than {limits.MaxEntryBytes} bytes.",
                path
            );
        }

        if (total > limits.MaxTotalBytes)
        {
            throw new BundleException(
                RefusalCode.ZipTooLarge,
                $"The files in the bundle are larger than {limits.MaxTotalBytes} bytes in all.",
                path
            );
        }

        if (
            compressed is not null
            && total > limits.RatioFloorBytes
            && total / limits.MaxRatio >= _compressed
        )
        {
            throw Bomb(path, $"total ratio over {limits.MaxRatio}");
        }
    }

    private static BundleException Bomb(string path, string why) =>
        new(
            RefusalCode.ZipBomb,
            "A file in the archive grows suspiciously when it is unpacked.",
            path,
            why
        );
}

namespace K2P.Web.Sandbox;

/// <summary>Watches one run and stops it at the first limit it passes.</summary>
internal sealed class RunWatch(
    SandboxOptions limits,
    string outputFolder,
    int overhead,
    Func<ProcessTree.Usage> measure,
    Action kill
)
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(20);

    private readonly Lock gate = new();
    private SandboxStop? stop;

    /// <summary>The limit that ended the run; null when none did.</summary>
    public SandboxStop? Stop
    {
        get
        {
            lock (gate)
            {
                return stop;
            }
        }
    }

    public long PeakResidentBytes { get; private set; }

    public int PeakTasks { get; private set; }

    public void End(SandboxStop reason)
    {
        lock (gate)
        {
            stop ??= reason;
        }

        kill();
    }

    public async Task WatchAsync(TimeProvider time, CancellationToken ended)
    {
        var started = time.GetTimestamp();
        using var timer = new PeriodicTimer(Period, time);
        for (var round = 0; ; round++)
        {
            try
            {
                await timer.WaitForNextTickAsync(ended);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            var broken =
                Clock(time.GetElapsedTime(started))
                ?? Processes()
                ?? (round % 4 == 0 ? Output() : null);
            if (broken is not null)
            {
                End(broken);
                return;
            }
        }
    }

    /// <summary>What is in the output folder when the run is over, or why it cannot be taken.</summary>
    public SandboxStop? Output()
    {
        var bytes = 0L;
        var files = 0;
        try
        {
            foreach (
                var file in new DirectoryInfo(outputFolder).EnumerateFiles(
                    "*",
                    SearchOption.AllDirectories
                )
            )
            {
                bytes += file.LinkTarget is null ? file.Length : 0;
                files++;
                if (bytes >= limits.OutputBytes || files > limits.MaxOutputFiles)
                {
                    return SandboxStop.OutputTooLarge;
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A file came or went while it was looked at; the next round sees it.
        }

        return null;
    }

    private SandboxStop? Clock(TimeSpan elapsed) =>
        elapsed.TotalSeconds > limits.WallSeconds ? SandboxStop.Timeout(limits.WallSeconds) : null;

    private SandboxStop? Processes()
    {
        var usage = measure();
        PeakResidentBytes = Math.Max(PeakResidentBytes, usage.ResidentBytes);
        PeakTasks = Math.Max(PeakTasks, usage.Tasks - overhead);
        if (PeakTasks > limits.MaxProcesses)
        {
            return SandboxStop.TooManyProcesses;
        }

        return usage.ResidentBytes > limits.MemoryBytes
            ? SandboxStop.OutOfMemory(limits.MemoryMiB)
            : null;
    }
}

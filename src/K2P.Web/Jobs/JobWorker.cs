using K2P.Web.Sandbox;
using Microsoft.Extensions.Options;

namespace K2P.Web.Jobs;

/// <summary>Claims jobs and runs them, several at a time; finishes or hands them back when the service stops.</summary>
internal sealed partial class JobWorker(
    IJobQueue queue,
    JobSignals signals,
    JobRun run,
    ISandbox sandbox,
    Workspaces workspaces,
    WorkerState state,
    IOptions<JobOptions> options,
    TimeProvider time,
    ILogger<JobWorker> logger
) : BackgroundService
{
    private readonly JobOptions settings = options.Value;
    private readonly string name =
        $"{Environment.MachineName}:{Environment.ProcessId}:{Guid.NewGuid():N}"[..40];

    /// <summary>A sandbox that does not work keeps the service from starting, with the reason.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        using (var workspace = workspaces.Open())
        {
            state.Ready(
                await sandbox.StartAsync(workspace.Input, workspace.Output, cancellationToken)
            );
        }

        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var version = state.ConverterVersion!;
        Log.Started(logger, settings.EffectiveSlots, sandbox.Kind, version);

        using var slots = new SemaphoreSlim(settings.EffectiveSlots);
        // Running conversions may go on for the grace period after the service was told to stop.
        using var grace = new CancellationTokenSource();
        await using var armed = stoppingToken.Register(() =>
            grace.CancelAfter(TimeSpan.FromSeconds(settings.GraceSeconds))
        );
        var running = new HashSet<Task>();
        try
        {
            while (true)
            {
                await slots.WaitAsync(stoppingToken);
                running.RemoveWhere(task => task.IsCompleted);
                var lease = await ClaimOrWaitAsync(stoppingToken);
                running.Add(WorkAsync(lease, version, slots, grace.Token));
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await Task.WhenAll(running);
        }
    }

    private async Task<Lease> ClaimOrWaitAsync(CancellationToken stopping)
    {
        while (true)
        {
            try
            {
                if (await queue.ClaimAsync(name, stopping) is { } lease)
                {
                    return lease;
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                Log.ClaimFailed(logger, exception);
                await Task.Delay(TimeSpan.FromSeconds(settings.PollSeconds), time, stopping);
                continue;
            }

            await signals.WaitForWorkAsync(TimeSpan.FromSeconds(settings.PollSeconds), stopping);
        }
    }

    private async Task WorkAsync(
        Lease lease,
        string version,
        SemaphoreSlim slots,
        CancellationToken stopping
    )
    {
        using var scope = logger.BeginScope("job {Job}", lease.Job.Id[..13]);
        var lost = signals.LeaseTaken(lease.Token);
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(lost, stopping);
        using var done = new CancellationTokenSource();
        var renewing = RenewAsync(lease, done.Token);
        try
        {
            await AttemptAsync(lease, version, cancel.Token);
        }
        catch (OperationCanceledException) when (lost.IsCancellationRequested)
        {
            Log.Lost(logger, lease.Job.Attempts);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            Log.HandedBack(logger);
            await SafelyAsync(() => queue.HandBackAsync(lease, CancellationToken.None));
        }
        catch (Exception exception)
        {
            Log.Failed(logger, exception, lease.Job.Attempts);
            var fault = new JobOutcome.Failed(
                "sandbox_failed",
                "The service could not run the conversion."
            )
            {
                ConverterVersion = version,
                SandboxKind = sandbox.Kind,
            };
            await SafelyAsync(() => queue.RetryAsync(lease, fault, CancellationToken.None));
        }
        finally
        {
            await done.CancelAsync();
            await renewing;
            signals.LeaseEnded(lease.Token);
            slots.Release();
        }
    }

    private async Task AttemptAsync(Lease lease, string version, CancellationToken cancel)
    {
        var started = time.GetTimestamp();
        var (outcome, mayRetry) = await run.RunAsync(lease, version, cancel);
        if (mayRetry && outcome is JobOutcome.Failed fault)
        {
            await queue.RetryAsync(lease, fault, CancellationToken.None);
        }
        else if (!await queue.CompleteAsync(lease, outcome, CancellationToken.None))
        {
            await run.DiscardAsync(outcome, CancellationToken.None);
            Log.Lost(logger, lease.Job.Attempts);
            return;
        }

        var code = (outcome as JobOutcome.Failed)?.Code ?? "succeeded";
        Log.Ended(
            logger,
            code,
            lease.Job.Attempts,
            (long)time.GetElapsedTime(started).TotalMilliseconds
        );
    }

    private async Task RenewAsync(Lease lease, CancellationToken done)
    {
        try
        {
            while (true)
            {
                await Task.Delay(settings.Lease / 4, time, done);
                bool held;
                try
                {
                    held = await queue.RenewAsync(lease, done);
                }
                catch (Exception exception) when (exception is not OperationCanceledException)
                {
                    // The next round may reach the database again; if not, another worker takes the job.
                    Log.RenewFailed(logger, exception);
                    continue;
                }

                if (!held)
                {
                    signals.LeaseLost(lease.Token);
                    return;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The attempt is over.
        }
    }

    /// <summary>When even this fails, the lease runs out and the job is taken up again.</summary>
    private async Task SafelyAsync(Func<Task> action)
    {
        try
        {
            await action();
        }
        catch (Exception exception)
        {
            Log.ReturnFailed(logger, exception);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            1,
            LogLevel.Information,
            "Worker ready: {Slots} slots, sandbox {Kind}, converter {Version}"
        )]
        public static partial void Started(ILogger logger, int slots, string kind, string version);

        [LoggerMessage(
            2,
            LogLevel.Information,
            "Ended: {Code}, attempt {Attempt}, {Milliseconds} ms"
        )]
        public static partial void Ended(
            ILogger logger,
            string code,
            int attempt,
            long milliseconds
        );

        [LoggerMessage(
            3,
            LogLevel.Information,
            "Attempt {Attempt} stopped: the job was cancelled, erased or taken over"
        )]
        public static partial void Lost(ILogger logger, int attempt);

        [LoggerMessage(4, LogLevel.Information, "Handed back at shutdown")]
        public static partial void HandedBack(ILogger logger);

        [LoggerMessage(5, LogLevel.Error, "Attempt {Attempt} failed by a fault of the service")]
        public static partial void Failed(ILogger logger, Exception exception, int attempt);

        [LoggerMessage(6, LogLevel.Error, "The queue cannot be asked for work")]
        public static partial void ClaimFailed(ILogger logger, Exception exception);

        [LoggerMessage(7, LogLevel.Warning, "A lease could not be renewed")]
        public static partial void RenewFailed(ILogger logger, Exception exception);

        [LoggerMessage(
            8,
            LogLevel.Error,
            "A job could not be returned to the queue; its lease will run out"
        )]
        public static partial void ReturnFailed(ILogger logger, Exception exception);
    }
}

/// <summary>Whether this process's worker takes jobs, and with which converter.</summary>
internal sealed class WorkerState
{
    private volatile string? version;

    public string? ConverterVersion => version;

    public void Ready(string converterVersion) => version = converterVersion;
}

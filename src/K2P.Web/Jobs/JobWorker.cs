using K2P.Web.Blobs;
using K2P.Web.Sandbox;
using Microsoft.Extensions.Options;

namespace K2P.Web.Jobs;

/// <summary>Claims jobs and runs them, several at a time; finishes or hands them back when the service stops.</summary>
internal sealed partial class JobWorker(
    IJobQueue queue,
    JobSignals signals,
    JobAttempt attempt,
    ISandbox sandbox,
    IBlobStore blobs,
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
        Log.Started(logger, settings.EffectiveSlots, sandbox.Kind, state.ConverterVersion!);

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
                await WaitForPartsAsync(stoppingToken);
                var lease = await ClaimOrWaitAsync(stoppingToken);
                running.Add(WorkAsync(lease, slots, grace.Token));
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

    private async Task WorkAsync(Lease lease, SemaphoreSlim slots, CancellationToken stopping)
    {
        try
        {
            if (await attempt.RunAsync(lease, stopping) is AttemptEnd.PartsAway)
            {
                state.Suspend();
            }
        }
        finally
        {
            slots.Release();
        }
    }

    /// <summary>Without the store no job could be worked on; claiming on would only push them around.</summary>
    private async Task WaitForPartsAsync(CancellationToken stopping)
    {
        while (state.IsSuspended)
        {
            try
            {
                await blobs.CheckAsync(stopping);
                state.Resume();
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                Log.StoreAway(logger, exception.Message);
                await Task.Delay(TimeSpan.FromSeconds(settings.PollSeconds), time, stopping);
            }
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

        [LoggerMessage(2, LogLevel.Error, "The queue cannot be asked for work")]
        public static partial void ClaimFailed(ILogger logger, Exception exception);

        [LoggerMessage(
            3,
            LogLevel.Warning,
            "No job is taken while the store does not answer: {Reason}"
        )]
        public static partial void StoreAway(ILogger logger, string reason);
    }
}

/// <summary>Whether this process's worker takes jobs, and with which converter.</summary>
internal sealed class WorkerState
{
    private volatile string? version;

    public string? ConverterVersion => version;

    /// <summary>A part that every job needs does not answer; no job is claimed until it does.</summary>
    public bool IsSuspended { get; private set; }

    public void Ready(string converterVersion) => version = converterVersion;

    public void Suspend() => IsSuspended = true;

    public void Resume() => IsSuspended = false;
}

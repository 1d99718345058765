using K2P.Web.Blobs;
using K2P.Web.Sandbox;
using Microsoft.Extensions.Options;

namespace K2P.Web.Jobs;

/// <summary>Works on one claimed job under its lease and returns it to the queue: ended, to be tried again, or handed back.</summary>
internal sealed partial class JobAttempt(
    IJobQueue queue,
    JobSignals signals,
    JobRun run,
    ISandbox sandbox,
    IBlobStore blobs,
    WorkerState state,
    IOptions<JobOptions> options,
    TimeProvider time,
    ILogger<JobAttempt> logger
)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    private readonly JobOptions settings = options.Value;

    /// <summary>Never fails: whatever goes wrong, the job is back in the queue now or when its lease runs out.</summary>
    public async Task<AttemptEnd> RunAsync(Lease lease, CancellationToken stopping)
    {
        using var scope = logger.BeginScope("job {Job}", lease.Job.Id[..13]);
        var lost = signals.LeaseTaken(lease);
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(lost, stopping);
        using var done = new CancellationTokenSource();
        var renewing = RenewAsync(lease, done.Token);
        try
        {
            await ConvertAsync(lease, cancel.Token, stopping);
            return AttemptEnd.Returned;
        }
        catch (OperationCanceledException) when (lost.IsCancellationRequested)
        {
            Log.Lost(logger, lease.Job.Attempts);
            return AttemptEnd.Returned;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            Log.HandedBack(logger);
            await SafelyAsync(() => queue.HandBackAsync(lease, CancellationToken.None));
            return AttemptEnd.Returned;
        }
        catch (Exception exception)
        {
            return await FailAsync(lease, exception, cancel.Token);
        }
        finally
        {
            await done.CancelAsync();
            await renewing;
            signals.LeaseEnded(lease);
        }
    }

    private async Task ConvertAsync(
        Lease lease,
        CancellationToken cancel,
        CancellationToken stopping
    )
    {
        var started = time.GetTimestamp();
        var (outcome, mayRetry) = await run.RunAsync(lease, state.ConverterVersion!, cancel);
        if (mayRetry && outcome is JobOutcome.Failed fault)
        {
            await queue.RetryAsync(lease, fault, CancellationToken.None);
        }
        else if (!await CompleteAsync(lease, outcome, stopping))
        {
            await run.DiscardAsync(lease, outcome, CancellationToken.None);
            Log.Lost(logger, lease.Job.Attempts);
            return;
        }

        Log.Ended(
            logger,
            (outcome as JobOutcome.Failed)?.Code ?? "succeeded",
            lease.Job.Attempts,
            (long)time.GetElapsedTime(started).TotalMilliseconds
        );
    }

    /// <summary>
    /// The work is done and the result stored: a database that is away for a moment is waited for.
    /// When it stays away for as long as a lease, the job is tried again.
    /// </summary>
    private async Task<bool> CompleteAsync(
        Lease lease,
        JobOutcome outcome,
        CancellationToken stopping
    )
    {
        var begun = time.GetTimestamp();
        var pause = TimeSpan.FromMilliseconds(100);
        while (true)
        {
            try
            {
                return await queue.CompleteAsync(lease, outcome, CancellationToken.None);
            }
            catch (Exception exception) when (time.GetElapsedTime(begun) < settings.Lease)
            {
                Log.CompleteFailed(logger, exception.Message);
                await Task.Delay(pause, time, stopping);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
        }
    }

    /// <summary>Something of ours failed. When it is the store, the job is not to blame and its tries are not counted.</summary>
    private async Task<AttemptEnd> FailAsync(
        Lease lease,
        Exception exception,
        CancellationToken cancel
    )
    {
        Log.Failed(logger, exception, lease.Job.Attempts);
        try
        {
            await blobs.CheckAsync(cancel);
        }
        catch (Exception)
        {
            await SafelyAsync(() => queue.HandBackAsync(lease, CancellationToken.None));
            return AttemptEnd.PartsAway;
        }

        var fault = new JobOutcome.Failed(
            "sandbox_failed",
            "The service could not run the conversion."
        )
        {
            ConverterVersion = state.ConverterVersion,
            SandboxKind = sandbox.Kind,
        };
        await SafelyAsync(() => queue.RetryAsync(lease, fault, CancellationToken.None));
        return AttemptEnd.Returned;
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
                    Log.RenewFailed(logger, exception.Message);
                    continue;
                }

                if (!held)
                {
                    signals.LeaseLost(lease);
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
            "Ended: {Code}, attempt {Attempt}, {Milliseconds} ms"
        )]
        public static partial void Ended(
            ILogger logger,
            string code,
            int attempt,
            long milliseconds
        );

        [LoggerMessage(
            2,
            LogLevel.Information,
            "Attempt {Attempt} stopped: the job was cancelled, erased or taken over"
        )]
        public static partial void Lost(ILogger logger, int attempt);

        [LoggerMessage(3, LogLevel.Information, "Handed back at shutdown")]
        public static partial void HandedBack(ILogger logger);

        [LoggerMessage(4, LogLevel.Error, "Attempt {Attempt} failed by a fault of the service")]
        public static partial void Failed(ILogger logger, Exception exception, int attempt);

        [LoggerMessage(5, LogLevel.Warning, "A lease could not be renewed: {Reason}")]
        public static partial void RenewFailed(ILogger logger, string reason);

        [LoggerMessage(
            6,
            LogLevel.Warning,
            "A finished job could not be recorded; it is tried again: {Reason}"
        )]
        public static partial void CompleteFailed(ILogger logger, string reason);

        [LoggerMessage(
            7,
            LogLevel.Error,
            "A job could not be returned to the queue; its lease will run out"
        )]
        public static partial void ReturnFailed(ILogger logger, Exception exception);
    }
}

/// <summary>How an attempt left the worker.</summary>
internal enum AttemptEnd
{
    /// <summary>The job went back to the queue, ended or not.</summary>
    Returned,

    /// <summary>The store does not answer; the next job would meet the same.</summary>
    PartsAway,
}

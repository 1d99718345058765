using K2P.Web.Blobs;

namespace K2P.Web.Jobs;

/// <summary>Ends the life of results whose time is over, and deletes what could not be deleted at once.</summary>
internal sealed partial class Retention(
    IJobQueue queue,
    IBlobStore blobs,
    TimeProvider time,
    ILogger<Retention> logger
) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        do
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                Log.Failed(logger, exception);
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task SweepAsync(CancellationToken cancel)
    {
        int expired;
        while ((expired = await queue.ExpireAsync(cancel)) > 0)
        {
            Log.Expired(logger, expired);
        }

        IReadOnlyList<string> jobs;
        while ((jobs = await queue.PurgeableAsync(cancel)).Count > 0)
        {
            foreach (var job in jobs)
            {
                await blobs.DeleteAllAsync(job, cancel);
                await queue.PurgedAsync(job, cancel);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The time of {Count} jobs is over")]
        public static partial void Expired(ILogger logger, int count);

        [LoggerMessage(2, LogLevel.Error, "Retention failed; it tries again")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}

using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using K2P.Web.Http;

namespace K2P.Web.Jobs;

/// <summary>A job's changes as server-sent events; the id of an event is the job's version.</summary>
internal static class JobEvents
{
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(1);

    // Often enough that no proxy takes the stream for dead.
    private static readonly TimeSpan Pulse = TimeSpan.FromSeconds(10);

    public static async Task<IResult> StreamAsync(
        string id,
        HttpContext context,
        JobAnswers answers,
        JobSignals signals,
        TimeProvider time,
        IHostApplicationLifetime lifetime,
        CancellationToken cancel
    )
    {
        if (await answers.FindAsync(id, cancel) is null)
        {
            return Refusal.NotFound.ToResult();
        }

        var seen = context.Request.Headers["Last-Event-ID"].ToString();
        _ = long.TryParse(seen, NumberStyles.None, CultureInfo.InvariantCulture, out var version);
        context.Response.Headers["X-Accel-Buffering"] = "no";
        // The service does not wait for watchers when it stops; they come back with Last-Event-ID.
        var events = EventsAsync(
            id,
            version,
            answers,
            signals,
            time,
            lifetime.ApplicationStopping,
            cancel
        );
        return TypedResults.ServerSentEvents(events);
    }

    private static async IAsyncEnumerable<SseItem<string>> EventsAsync(
        string id,
        long version,
        JobAnswers answers,
        JobSignals signals,
        TimeProvider time,
        CancellationToken stopping,
        [EnumeratorCancellation] CancellationToken cancel
    )
    {
        var opened = time.GetTimestamp();
        var pulsed = opened;
        int? position = null;
        while (!stopping.IsCancellationRequested)
        {
            using var watch = signals.WatchJob(id);
            if (await answers.FindAsync(id, cancel) is not { } job)
            {
                yield break;
            }

            if (job.Version > version)
            {
                version = job.Version;
                yield return await ItemAsync("state", job, answers, cancel);
            }

            if (job.Status.IsOver())
            {
                yield return await ItemAsync("done", job, answers, cancel);
                yield break;
            }

            var place = await answers.QueuePositionAsync(job, cancel);
            if (place != position || time.GetElapsedTime(pulsed) > Pulse)
            {
                position = place;
                pulsed = time.GetTimestamp();
                var elapsed = (time.GetUtcNow() - job.CreatedAt).TotalSeconds;
                var progress = new JobProgress(job.Status, place, Math.Round(elapsed, 1));
                yield return new SseItem<string>(
                    JsonSerializer.Serialize(progress, ServiceJson.Default.JobProgress),
                    "progress"
                );
            }

            await watch.WaitAsync(Glance, time, cancel, stopping);
        }
    }

    private static async Task<SseItem<string>> ItemAsync(
        string kind,
        Job job,
        JobAnswers answers,
        CancellationToken cancel
    )
    {
        var view = JobView.Of(job, await answers.QueuePositionAsync(job, cancel));
        return new SseItem<string>(
            JsonSerializer.Serialize(view, ServiceJson.Default.JobView),
            kind
        )
        {
            EventId = job.Version.ToString(CultureInfo.InvariantCulture),
        };
    }
}

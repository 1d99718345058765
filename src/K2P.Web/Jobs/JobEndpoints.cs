using K2P.Web.Blobs;
using K2P.Web.Http;
using Microsoft.AspNetCore.Mvc;

namespace K2P.Web.Jobs;

/// <summary>Watching, cancelling and erasing a job.</summary>
internal static class JobEndpoints
{
    private const int LongestWait = 60;

    // What another process changed is seen at the latest after this time.
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(1);

    public static void MapJobs(this IEndpointRouteBuilder api)
    {
        api.MapGet("/jobs/{id}", GetAsync)
            .WithName("getJob")
            .WithSummary(
                "The job. With `wait` the answer is held until the state changes, at most 60 seconds."
            )
            .Produces<JobView>()
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblems(400, 404);
        api.MapGet("/jobs/{id}/events", JobEvents.StreamAsync)
            .WithName("watchJob")
            .WithSummary(
                "Server-sent events: `state`, `progress`, `done`. Resumes by Last-Event-ID."
            )
            .Produces<string>(contentType: "text/event-stream")
            .ProducesProblems(404);
        api.MapGet("/jobs/{id}/logs", LogsAsync)
            .WithName("getJobLogs")
            .WithSummary(
                "The last lines that the converter wrote, without secrets and server paths."
            )
            .Produces<JobLogs>()
            .ProducesProblems(404);
        api.MapPost("/jobs/{id}/cancel", CancelAsync)
            .WithName("cancelJob")
            .WithSummary("End a job that is not over.")
            .Produces<JobView>()
            .ProducesProblems(404, 409);
        api.MapDelete("/jobs/{id}", DeleteAsync)
            .WithName("deleteJob")
            .WithSummary("Erase bundle and result now.")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblems(404);
    }

    private static async Task<IResult> GetAsync(
        string id,
        HttpContext context,
        JobAnswers answers,
        JobSignals signals,
        TimeProvider time,
        IHostApplicationLifetime lifetime,
        CancellationToken cancel,
        int wait = 0,
        [FromHeader(Name = "If-None-Match")] string? known = null
    )
    {
        if (wait is < 0 or > LongestWait)
        {
            return Refusal
                .Invalid("wait", $"wait is a number of seconds from 0 to {LongestWait}.")
                .ToResult();
        }

        var deadline = time.GetUtcNow().AddSeconds(wait);
        JobStatus? before = null;
        while (true)
        {
            // Watching begins before reading: a change in between is not missed.
            using var watch = signals.WatchJob(id);
            if (await answers.FindAsync(id, cancel) is not { } job)
            {
                return Refusal.NotFound.ToResult();
            }

            before ??= job.Status;
            var (body, tag) = await answers.RenderAsync(job, cancel);
            var left = deadline - time.GetUtcNow();
            var changed = job.Status != before || (known is not null && known != tag);
            var stopping = lifetime.ApplicationStopping;
            if (
                changed
                || job.Status.IsOver()
                || left <= TimeSpan.Zero
                || stopping.IsCancellationRequested
            )
            {
                var status =
                    known == tag ? StatusCodes.Status304NotModified : StatusCodes.Status200OK;
                return JobAnswers.Send(context, body, tag, status);
            }

            await watch.WaitAsync(left < Glance ? left : Glance, time, cancel, stopping);
        }
    }

    private static async Task<IResult> LogsAsync(
        string id,
        JobAnswers answers,
        CancellationToken cancel
    ) =>
        await answers.FindAsync(id, cancel) is { } job
            ? Results.Json(
                new JobLogs(job.Id, job.Status, job.StdoutTail ?? "", job.StderrTail ?? ""),
                ServiceJson.Default.JobLogs
            )
            : Refusal.NotFound.ToResult();

    private static async Task<IResult> CancelAsync(
        string id,
        HttpContext context,
        JobAnswers answers,
        IJobQueue queue,
        CancellationToken cancel
    )
    {
        if (await answers.FindAsync(id, cancel) is null)
        {
            return Refusal.NotFound.ToResult();
        }

        if (!await queue.CancelAsync(id, cancel))
        {
            return new Refusal(
                409,
                "job_finished",
                "The job is over; there is nothing to cancel."
            ).ToResult();
        }

        var job = await answers.FindAsync(id, cancel);
        return job is null
            ? Refusal.NotFound.ToResult()
            : await answers.AnswerAsync(context, job, StatusCodes.Status200OK);
    }

    private static async Task<IResult> DeleteAsync(
        string id,
        JobAnswers answers,
        IJobQueue queue,
        IBlobStore blobs,
        CancellationToken cancel
    )
    {
        if (await answers.FindAsync(id, cancel) is null)
        {
            return Refusal.NotFound.ToResult();
        }

        // From here on the job is gone; should the store be away, retention deletes the blobs later.
        await queue.EraseAsync(id, CancellationToken.None);
        await blobs.DeleteAllAsync(id, CancellationToken.None);
        await queue.PurgedAsync(id, CancellationToken.None);
        return Results.NoContent();
    }
}

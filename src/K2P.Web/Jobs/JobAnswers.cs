using System.Security.Cryptography;
using System.Text.Json;
using K2P.Web.Database;
using K2P.Web.Http;
using Microsoft.EntityFrameworkCore;

namespace K2P.Web.Jobs;

/// <summary>Finds jobs for their owners and answers with them.</summary>
internal sealed class JobAnswers(OpenDb open)
{
    // Compiled once per service, not once per process: a compiled query belongs to the model of one database.
    private readonly Func<ServiceDb, string, CancellationToken, Task<Job?>> find =
        EF.CompileAsyncQuery(
            (ServiceDb db, string id, CancellationToken cancel) =>
                db.Jobs.AsNoTracking().SingleOrDefault(row => row.Id == id && row.DeletedAt == null)
        );

    private readonly Func<ServiceDb, long, string, CancellationToken, Task<int>> countBefore =
        EF.CompileAsyncQuery(
            (ServiceDb db, long turn, string id, CancellationToken cancel) =>
                db.Jobs.Count(row =>
                    row.Status == JobStatus.Queued
                    && (row.Turn < turn || (row.Turn == turn && string.Compare(row.Id, id) < 0))
                )
        );

    /// <summary>Null for an id that is malformed, unknown or erased: outside they look the same.</summary>
    public async Task<Job?> FindAsync(string id, CancellationToken cancel)
    {
        if (!JobId.IsWellFormed(id))
        {
            return null;
        }

        await using var db = open();
        return await find(db, id, cancel);
    }

    /// <summary>1 for the next; null when the job does not wait.</summary>
    public async Task<int?> QueuePositionAsync(Job job, CancellationToken cancel)
    {
        if (job.Status is not JobStatus.Queued)
        {
            return null;
        }

        await using var db = open();
        return 1 + await countBefore(db, job.Turn, job.Id, cancel);
    }

    /// <summary>The body of a job and the tag that changes exactly when the body does.</summary>
    public async Task<(byte[] Body, string Tag)> RenderAsync(Job job, CancellationToken cancel)
    {
        var view = JobView.Of(job, await QueuePositionAsync(job, cancel));
        var body = JsonSerializer.SerializeToUtf8Bytes(view, ServiceJson.Default.JobView);
        return (body, $"\"{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 12))}\"");
    }

    public async Task<IResult> AnswerAsync(HttpContext context, Job job, int status)
    {
        var (body, tag) = await RenderAsync(job, context.RequestAborted);
        return Send(context, body, tag, status);
    }

    public static IResult Send(HttpContext context, byte[] body, string tag, int status)
    {
        context.Response.Headers.ETag = tag;
        context.Response.Headers.CacheControl = "no-cache, private";
        context.Response.StatusCode = status;
        return status == StatusCodes.Status304NotModified
            ? Results.StatusCode(status)
            : Results.Bytes(body, "application/json; charset=utf-8");
    }
}

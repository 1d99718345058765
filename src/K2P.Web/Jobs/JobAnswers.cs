using System.Security.Cryptography;
using System.Text.Json;
using K2P.Web.Database;
using K2P.Web.Http;
using Microsoft.EntityFrameworkCore;

namespace K2P.Web.Jobs;

/// <summary>Finds jobs for their owners and answers with them.</summary>
internal sealed class JobAnswers(OpenDb open)
{
    /// <summary>Null for an id that is malformed, unknown or erased: outside they look the same.</summary>
    public async Task<Job?> FindAsync(string id, CancellationToken cancel)
    {
        if (!JobId.IsWellFormed(id))
        {
            return null;
        }

        await using var db = open();
        return await db
            .Jobs.AsNoTracking()
            .SingleOrDefaultAsync(row => row.Id == id && row.DeletedAt == null, cancel);
    }

    /// <summary>1 for the next; null when the job does not wait.</summary>
    public async Task<int?> QueuePositionAsync(Job job, CancellationToken cancel)
    {
        if (job.Status is not JobStatus.Queued)
        {
            return null;
        }

        await using var db = open();
        return 1
            + await db.Jobs.CountAsync(
                row => row.Status == JobStatus.Queued && string.Compare(row.Id, job.Id) < 0,
                cancel
            );
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

using System.IO.Compression;
using K2P.Web.Blobs;
using K2P.Web.Http;
using Microsoft.Net.Http.Headers;

namespace K2P.Web.Jobs;

/// <summary>What a conversion gave: the archive, its files one by one, and the report.</summary>
internal static class ResultEndpoints
{
    public static void MapResults(this IEndpointRouteBuilder api)
    {
        api.MapGet("/jobs/{id}/result.zip", ArchiveAsync)
            .WithName("getResult")
            .WithSummary("The whole result as a zip. Takes Range and If-None-Match.")
            .Produces<Stream>(contentType: "application/zip")
            .Produces(StatusCodes.Status307TemporaryRedirect)
            .ProducesProblems(404, 409, 410);
        api.MapGet("/jobs/{id}/report", ReportAsync)
            .WithName("getReport")
            .WithSummary("The converter's report: what became of every node.")
            .Produces<object>()
            .ProducesProblems(404, 409, 410);
        api.MapGet("/jobs/{id}/files", FilesAsync)
            .WithName("listFiles")
            .WithSummary("The names and sizes of the result's files.")
            .Produces<ResultFiles>()
            .ProducesProblems(404, 409, 410);
        api.MapGet("/jobs/{id}/files/{name}", FileAsync)
            .WithName("getFile")
            .WithSummary("One file of the result, inline. Takes Range and If-None-Match.")
            .Produces<string>(contentType: "text/plain")
            .ProducesProblems(404, 409, 410);
    }

    private static Task<IResult> ArchiveAsync(
        string id,
        HttpContext context,
        JobAnswers answers,
        IBlobStore blobs,
        CancellationToken cancel
    ) =>
        WithBlobAsync(
            id,
            context,
            answers,
            blobs,
            job => job.ResultKey,
            (job, stream) =>
                Task.FromResult(
                    BeyondTheEnd(context, stream.Length)
                        ?? Results.Stream(
                            stream,
                            "application/zip",
                            $"{job.ResultName}.zip",
                            job.FinishedAt,
                            Tag(job.ResultKey!),
                            enableRangeProcessing: true
                        )
                ),
            cancel,
            job => $"{job.ResultName}.zip"
        );

    private static Task<IResult> ReportAsync(
        string id,
        HttpContext context,
        JobAnswers answers,
        IBlobStore blobs,
        CancellationToken cancel
    ) =>
        WithBlobAsync(
            id,
            context,
            answers,
            blobs,
            job => job.ReportKey,
            (job, stream) =>
                Task.FromResult(
                    Results.Stream(
                        stream,
                        "application/json; charset=utf-8",
                        lastModified: job.FinishedAt,
                        entityTag: Tag(job.ReportKey!)
                    )
                ),
            cancel
        );

    private static Task<IResult> FilesAsync(
        string id,
        HttpContext context,
        JobAnswers answers,
        IBlobStore blobs,
        CancellationToken cancel
    ) =>
        WithBlobAsync(
            id,
            context,
            answers,
            blobs,
            job => job.ResultKey,
            async (job, stream) =>
            {
                await using var zip = await ZipArchive.CreateAsync(
                    stream,
                    ZipArchiveMode.Read,
                    false,
                    null,
                    cancel
                );
                ResultFile[] files =
                [
                    .. zip.Entries.Select(entry => new ResultFile(entry.FullName, entry.Length)),
                ];
                return Results.Json(
                    new ResultFiles(job.Id, files),
                    ServiceJson.Default.ResultFiles
                );
            },
            cancel
        );

    private static Task<IResult> FileAsync(
        string id,
        string name,
        HttpContext context,
        JobAnswers answers,
        IBlobStore blobs,
        CancellationToken cancel
    ) =>
        WithBlobAsync(
            id,
            context,
            answers,
            blobs,
            job => job.ResultKey,
            async (job, stream) =>
            {
                await using var zip = await ZipArchive.CreateAsync(
                    stream,
                    ZipArchiveMode.Read,
                    false,
                    null,
                    cancel
                );
                if (zip.GetEntry(name) is not { } entry)
                {
                    return Refusal.NotFound.ToResult();
                }

                if (BeyondTheEnd(context, entry.Length) is { } refusal)
                {
                    return refusal;
                }

                // Results are text and bounded; a range needs a stream that can seek.
                var content = new MemoryStream(checked((int)entry.Length));
                await using (var packed = await entry.OpenAsync(cancel))
                {
                    await packed.CopyToAsync(content, cancel);
                }

                content.Position = 0;
                var disposition = new ContentDispositionHeaderValue("inline");
                disposition.SetHttpFileName(name);
                context.Response.Headers.ContentDisposition = disposition.ToString();
                return Results.Stream(
                    content,
                    MediaTypeOf(name),
                    lastModified: job.FinishedAt,
                    entityTag: Tag($"{job.ResultKey}{entry.Crc32:x8}"),
                    enableRangeProcessing: true
                );
            },
            cancel
        );

    private static async Task<IResult> WithBlobAsync(
        string id,
        HttpContext context,
        JobAnswers answers,
        IBlobStore blobs,
        Func<Job, string?> keyOf,
        Func<Job, Stream, Task<IResult>> answer,
        CancellationToken cancel,
        Func<Job, string>? linkedAs = null
    )
    {
        if (await answers.FindAsync(id, cancel) is not { } job)
        {
            return Refusal.NotFound.ToResult();
        }

        if (NoResult(job) is { } refusal)
        {
            return refusal.ToResult();
        }

        if (keyOf(job) is not { } key)
        {
            return Refusal.NotFound.ToResult();
        }

        if (
            linkedAs is not null
            && await blobs.LinkAsync(key, linkedAs(job), cancel) is { } address
        )
        {
            return Results.Redirect(address.ToString(), permanent: false, preserveMethod: true);
        }

        var stream = await blobs.OpenAsync(key, cancel);
        if (stream is null)
        {
            return Refusal
                .Unavailable("The result cannot be read now. Try again shortly.")
                .ToResult();
        }

        context.Response.RegisterForDisposeAsync(stream);
        return await answer(job, stream);
    }

    private static Refusal? NoResult(Job job) =>
        job.Status switch
        {
            JobStatus.Succeeded => null,
            JobStatus.Failed => new(
                409,
                "job_failed",
                "The job failed and has no result; see its error_message."
            ),
            JobStatus.Cancelled => new(
                409,
                "job_failed",
                "The job was cancelled and has no result. Submit it again."
            ),
            JobStatus.Expired => new(
                410,
                "job_expired",
                "The result was deleted after its time. Submit the job again."
            ),
            _ => new(
                409,
                "job_not_ready",
                "The job is not over yet. Ask again, with ?wait=30 on the job."
            )
            {
                RetryAfter = TimeSpan.FromSeconds(1),
            },
        };

    /// <summary>Answered here, because the framework answers 416 without a body.</summary>
    private static IResult? BeyondTheEnd(HttpContext context, long length)
    {
        var headers = context.Request.GetTypedHeaders();
        if (headers.IfRange is not null || headers.Range is not { Ranges.Count: 1 } range)
        {
            return null;
        }

        var part = range.Ranges.Single();
        if (part.From < length || (part.From is null && part.To > 0))
        {
            return null;
        }

        context.Response.Headers.ContentRange = $"bytes */{length}";
        return new Refusal(
            416,
            "invalid_request",
            $"The range lies beyond the {length} bytes of the file."
        ).ToResult();
    }

    /// <summary>A stored result never changes, so its key tells it; hashed, because a key is not shown.</summary>
    private static EntityTagHeaderValue Tag(string key) =>
        new(
            $"\"{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(key)).AsSpan(0, 12))}\""
        );

    /// <summary>Nothing of a result is ever given a type that a browser would run.</summary>
    private static string MediaTypeOf(string name) =>
        Path.GetExtension(name) switch
        {
            ".json" or ".ipynb" => "application/json; charset=utf-8",
            _ => "text/plain; charset=utf-8",
        };
}

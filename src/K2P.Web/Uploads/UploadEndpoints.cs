using K2P.Web.Blobs;
using K2P.Web.Configuration;
using K2P.Web.Http;
using K2P.Web.Jobs;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace K2P.Web.Uploads;

/// <summary>
/// Takes a bundle in: to a temporary file, checked, stored, and only then a row makes the job exist.
/// Whatever fails on the way leaves nothing behind.
/// </summary>
internal static class UploadEndpoints
{
    private const int MaxKeyLength = 200;
    private const long FormOverhead = 64 * 1024;

    public static void MapUploads(this IEndpointRouteBuilder api) =>
        api.MapPost("/jobs", SubmitAsync)
            .WithName("submitJob")
            .WithSummary(
                "Submit a workflow: a multipart form with the field `bundle` (a zip or .knwf)."
            )
            .WithMetadata(new UploadBody())
            .Produces<JobView>(StatusCodes.Status201Created)
            .Produces<JobView>(StatusCodes.Status200OK)
            .ProducesProblems(400, 409, 413, 415, 429, 503);

    private static async Task<IResult> SubmitAsync(
        HttpContext context,
        [FromHeader(Name = "Idempotency-Key")] string? idempotencyKey,
        UploadServices services,
        CancellationToken cancel,
        bool prune = false,
        [FromQuery(Name = "allow_missing")] bool allowMissing = false
    )
    {
        if (idempotencyKey is not null && !IsKey(idempotencyKey))
        {
            return Refusal
                .Invalid(
                    "Idempotency-Key",
                    $"The Idempotency-Key must be 1 to {MaxKeyLength} visible ASCII characters."
                )
                .ToResult();
        }

        // Cheap, before the body is read; the queue decides again, exactly, when the job is admitted.
        if (!await services.Queue.HasRoomAsync(cancel))
        {
            return QueueFull.ToResult();
        }

        var limit = services.Options.Value.MaxBytes;
        RaiseBodyLimit(context, limit + FormOverhead);
        using var temporary = new TemporaryFiles(services.Storage.Value.Temporary);
        var path = temporary.Next();
        var form = await UploadForm.ReadAsync(context.Request, path, limit, cancel);
        var accepted = services.Check.Require(path, temporary.Next(), prune, allowMissing);

        // To the millisecond, as it is stored, so that every answer shows the same time.
        var now = DateTimeOffset.FromUnixTimeMilliseconds(
            services.Time.GetUtcNow().ToUnixTimeMilliseconds()
        );
        var id = JobId.New(now);
        var key = $"{id}.bundle.zip";
        var job = new Job
        {
            Id = id,
            Status = JobStatus.Queued,
            CreatedAt = now,
            OriginalFilename = form.Filename,
            InputSize = form.Size,
            InputSha256 = form.Sha256,
            Workbook = form.Workbook,
            Graph = form.Graph,
            Strict = form.Strict,
            BundleKey = key,
            ClientHash = await services.Clients.OfAsync(context.Connection.RemoteIpAddress, cancel),
            IdempotencyKey = idempotencyKey,
            RequestHash = form.RequestHash(prune, allowMissing),
        };
        await using (var bundle = File.OpenRead(accepted))
        {
            await services.Blobs.PutAsync(key, bundle, cancel);
        }

        return await AdmitAsync(context, services, job, key);
    }

    private static async Task<IResult> AdmitAsync(
        HttpContext context,
        UploadServices services,
        Job job,
        string key
    )
    {
        // From here on a client that goes away changes nothing: the bundle is stored, the row follows.
        Admission admission;
        try
        {
            admission = await services.Queue.AdmitAsync(job, CancellationToken.None);
        }
        catch
        {
            // The connection may have broken after the commit. While nobody can say, the bundle stays.
            if (await services.Answers.FindAsync(job.Id, CancellationToken.None) is not { } known)
            {
                await services.Blobs.DeleteAsync(key, CancellationToken.None);
                throw;
            }

            admission = new Admission.Admitted(known);
        }

        if (admission is not Admission.Admitted)
        {
            await services.Blobs.DeleteAsync(key, CancellationToken.None);
        }

        switch (admission)
        {
            case Admission.Admitted(var admitted):
                context.Response.Headers.Location = $"/api/jobs/{admitted.Id}";
                return await services.Answers.AnswerAsync(
                    context,
                    admitted,
                    StatusCodes.Status201Created
                );
            case Admission.Repeated(var earlier):
                context.Response.Headers.Location = $"/api/jobs/{earlier.Id}";
                return await services.Answers.AnswerAsync(
                    context,
                    earlier,
                    StatusCodes.Status200OK
                );
            case Admission.Full:
                return QueueFull.ToResult();
            default:
                return new Refusal(
                    409,
                    "idempotency_conflict",
                    "This Idempotency-Key came with another bundle or other options before. Use a new key."
                ).ToResult();
        }
    }

    private static Refusal QueueFull { get; } =
        new(429, "queue_full", "Too many jobs are waiting. Try again shortly.")
        {
            RetryAfter = TimeSpan.FromSeconds(10),
        };

    private static bool IsKey(string key) =>
        key.Length is > 0 and <= MaxKeyLength && !key.AsSpan().ContainsAnyExceptInRange('!', '~');

    private static void RaiseBodyLimit(HttpContext context, long bytes)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
        {
            feature.MaxRequestBodySize = bytes;
        }
    }
}

/// <summary>What taking in an upload needs.</summary>
internal sealed record UploadServices(
    IJobQueue Queue,
    IBlobStore Blobs,
    BundleCheck Check,
    ClientHash Clients,
    JobAnswers Answers,
    TimeProvider Time,
    IOptions<UploadOptions> Options,
    IOptions<StorageOptions> Storage
);

/// <summary>Temporary files of one request, gone with it.</summary>
internal sealed class TemporaryFiles(string folder) : IDisposable
{
    private static readonly TimeSpan LongestUpload = TimeSpan.FromHours(6);

    private readonly List<string> paths = [];

    /// <summary>Removes what a killed process left; files that an upload may still be writing stay.</summary>
    public static void ClearAbandoned(string folder)
    {
        var oldest = TimeProvider.System.GetUtcNow() - LongestUpload;
        foreach (var file in Directory.CreateDirectory(folder).EnumerateFiles())
        {
            if (new DateTimeOffset(file.LastWriteTimeUtc) < oldest)
            {
                file.Delete();
            }
        }
    }

    public string Next()
    {
        var path = Path.Combine(folder, $"upload-{Guid.NewGuid():N}");
        paths.Add(path);
        return path;
    }

    public void Dispose() => paths.ForEach(File.Delete);
}

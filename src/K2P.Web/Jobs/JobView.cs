using System.Text.Json;
using K2P.Web.Http;

namespace K2P.Web.Jobs;

/// <summary>How many nodes of a workflow came out how.</summary>
internal sealed record NodeTotals(int Exact, int Approximate, int Partial, int Manual, int Skipped);

/// <summary>The job as its owner sees it: no server path, no storage key, nothing of the client.</summary>
internal sealed record JobView(
    string Id,
    JobStatus Status,
    DateTimeOffset CreatedAt,
    DateTimeOffset? StartedAt,
    DateTimeOffset? FinishedAt,
    DateTimeOffset? ExpiresAt,
    string OriginalFilename,
    long InputSize,
    string InputSha256,
    long? ResultSize,
    int? QueuePosition,
    int Attempts,
    string? ConverterVersion,
    string? ConverterImage,
    string? ErrorCode,
    string? ErrorMessage,
    NodeTotals? Totals
)
{
    public static JobView Of(Job job, int? queuePosition) =>
        new(
            job.Id,
            job.Status,
            job.CreatedAt,
            job.StartedAt,
            job.FinishedAt,
            job.ExpiresAt,
            job.OriginalFilename,
            job.InputSize,
            job.InputSha256,
            job.ResultSize,
            queuePosition,
            job.Attempts,
            job.ConverterVersion,
            job.ConverterImage,
            // What an attempt that is tried again ran into is not the job's error.
            job.Status is JobStatus.Failed
                ? job.ErrorCode
                : null,
            job.Status is JobStatus.Failed ? job.ErrorMessage : null,
            job.Totals is null
                ? null
                : JsonSerializer.Deserialize(job.Totals, ServiceJson.Default.NodeTotals)
        );
}

/// <summary>The last lines that the converter wrote.</summary>
internal sealed record JobLogs(string Id, JobStatus Status, string StdoutTail, string StderrTail);

/// <summary>Sent while a job goes on, so that watchers and proxies know that it does.</summary>
internal sealed record JobProgress(JobStatus Status, int? QueuePosition, double ElapsedSeconds);

/// <summary>The files of a result.</summary>
internal sealed record ResultFiles(string Id, IReadOnlyList<ResultFile> Files);

/// <summary>One file of a result.</summary>
internal sealed record ResultFile(string Name, long Size);

using System.ComponentModel.DataAnnotations;

namespace K2P.Web.Jobs;

/// <summary>One conversion: what came in, who works on it, what became of it.</summary>
internal sealed class Job
{
    /// <summary>Begins with the time of admission, so that ordering by id is first in, first out.</summary>
    [MaxLength(80)]
    public required string Id { get; init; }

    public JobStatus Status { get; set; }

    /// <summary>Counts the changes of state; watchers compare it.</summary>
    public long Version { get; set; } = 1;

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    public DateTimeOffset? ExpiresAt { get; set; }

    [MaxLength(200)]
    public required string OriginalFilename { get; init; }

    public long InputSize { get; init; }

    [MaxLength(64)]
    public required string InputSha256 { get; init; }

    public long? ResultSize { get; set; }

    /// <summary>The file name that the result is offered under, without its extension.</summary>
    [MaxLength(200)]
    public string? ResultName { get; set; }

    /// <summary>Options of the conversion, as the form gave them.</summary>
    [MaxLength(8)]
    public string? Workbook { get; init; }

    [MaxLength(8)]
    public string? Graph { get; init; }

    public bool Strict { get; init; }

    [MaxLength(128)]
    public string? BundleKey { get; set; }

    [MaxLength(128)]
    public string? ResultKey { get; set; }

    [MaxLength(128)]
    public string? ReportKey { get; set; }

    /// <summary>
    /// The job's place: waiting jobs are claimed by turn, then by id. Each further job of a client is a turn later,
    /// so that clients are served in rounds, whoever sent how much.
    /// </summary>
    public long Turn { get; set; }

    public int Attempts { get; set; }

    /// <summary>Not before this time is a job tried again.</summary>
    public DateTimeOffset? AvailableAt { get; set; }

    [MaxLength(100)]
    public string? WorkerId { get; set; }

    /// <summary>The attempt that holds the job; whoever shows another one has lost it.</summary>
    [MaxLength(32)]
    public string? LeaseToken { get; set; }

    public DateTimeOffset? LeaseUntil { get; set; }

    [MaxLength(100)]
    public string? ConverterVersion { get; set; }

    [MaxLength(100)]
    public string? ConverterImage { get; set; }

    [MaxLength(32)]
    public string? SandboxKind { get; set; }

    [MaxLength(64)]
    public string? ErrorCode { get; set; }

    [MaxLength(1000)]
    public string? ErrorMessage { get; set; }

    /// <summary>The totals of the report, as JSON.</summary>
    [MaxLength(400)]
    public string? Totals { get; set; }

    [MaxLength(8000)]
    public string? StdoutTail { get; set; }

    [MaxLength(8000)]
    public string? StderrTail { get; set; }

    /// <summary>A keyed hash of the client's address; the address itself is not kept.</summary>
    [MaxLength(64)]
    public required string ClientHash { get; init; }

    [MaxLength(200)]
    public string? IdempotencyKey { get; set; }

    /// <summary>The hash of bundle and options; the same key with another hash is a conflict.</summary>
    [MaxLength(64)]
    public required string RequestHash { get; init; }

    /// <summary>From this time on the blobs are deleted; null when there are none, or when they are to stay.</summary>
    public DateTimeOffset? PurgeAt { get; set; }

    /// <summary>Set when the owner erased the job; the row stays for statistics and answers nobody.</summary>
    public DateTimeOffset? DeletedAt { get; set; }
}

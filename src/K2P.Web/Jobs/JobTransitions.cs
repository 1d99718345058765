using Microsoft.EntityFrameworkCore.Query;

namespace K2P.Web.Jobs;

/// <summary>What a job's row becomes at each change of state; every one of them counts the version up.</summary>
internal static class JobTransitions
{
    /// <summary>Nobody holds the job any more; the attempt's traces stay.</summary>
    public static UpdateSettersBuilder<Job> Release(
        this UpdateSettersBuilder<Job> set,
        JobOutcome outcome
    ) =>
        set.Free()
            .SetProperty(row => row.ConverterVersion, outcome.ConverterVersion)
            .SetProperty(row => row.ConverterImage, outcome.ConverterImage)
            .SetProperty(row => row.SandboxKind, outcome.SandboxKind)
            .SetProperty(row => row.StdoutTail, outcome.StdoutTail)
            .SetProperty(row => row.StderrTail, outcome.StderrTail);

    /// <summary>The job is over, by its own outcome.</summary>
    public static UpdateSettersBuilder<Job> End(
        this UpdateSettersBuilder<Job> set,
        JobOutcome outcome,
        DateTimeOffset now,
        TimeSpan retention
    )
    {
        set.Release(outcome).Over(now, retention);
        return outcome switch
        {
            JobOutcome.Succeeded success => set.SetProperty(row => row.Status, JobStatus.Succeeded)
                .SetProperty(row => row.ResultKey, success.ResultKey)
                .SetProperty(row => row.ReportKey, success.ReportKey)
                .SetProperty(row => row.ResultName, success.ResultName)
                .SetProperty(row => row.ResultSize, success.ResultSize)
                .SetProperty(row => row.Totals, success.Totals),
            JobOutcome.Failed failure => set.SetProperty(row => row.Status, JobStatus.Failed)
                .SetProperty(row => row.ErrorCode, failure.Code)
                .SetProperty(row => row.ErrorMessage, failure.Message),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>The job is over, by its owner's will.</summary>
    public static UpdateSettersBuilder<Job> Cancel(
        this UpdateSettersBuilder<Job> set,
        DateTimeOffset now,
        TimeSpan retention
    ) => set.Free().Over(now, retention).SetProperty(row => row.Status, JobStatus.Cancelled);

    /// <summary>The job waits for its next attempt, at the place it had.</summary>
    public static UpdateSettersBuilder<Job> Wait(this UpdateSettersBuilder<Job> set) =>
        set.Free().SetProperty(row => row.Status, JobStatus.Queued);

    /// <summary>The owner erased the job: what is left says nothing of the owner or the workflow.</summary>
    public static UpdateSettersBuilder<Job> Erase(
        this UpdateSettersBuilder<Job> set,
        DateTimeOffset now
    ) =>
        set.Purge(now)
            .SetProperty(row => row.DeletedAt, now)
            .SetProperty(row => row.IdempotencyKey, (string?)null)
            .SetProperty(row => row.ErrorMessage, (string?)null)
            .SetProperty(row => row.ResultName, (string?)null)
            .SetProperty(row => row.OriginalFilename, "")
            .SetProperty(row => row.InputSha256, "")
            .SetProperty(row => row.RequestHash, "")
            .SetProperty(row => row.ClientHash, "");

    /// <summary>The blobs are to be deleted, and what the converter wrote is forgotten.</summary>
    public static UpdateSettersBuilder<Job> Purge(
        this UpdateSettersBuilder<Job> set,
        DateTimeOffset now
    ) =>
        set.SetProperty(row => row.PurgeAt, now)
            .SetProperty(row => row.Version, row => row.Version + 1)
            .SetProperty(row => row.StdoutTail, (string?)null)
            .SetProperty(row => row.StderrTail, (string?)null);

    private static UpdateSettersBuilder<Job> Free(this UpdateSettersBuilder<Job> set) =>
        set.SetProperty(row => row.Version, row => row.Version + 1)
            .SetProperty(row => row.LeaseToken, (string?)null)
            .SetProperty(row => row.LeaseUntil, (DateTimeOffset?)null);

    private static UpdateSettersBuilder<Job> Over(
        this UpdateSettersBuilder<Job> set,
        DateTimeOffset now,
        TimeSpan retention
    ) =>
        set.SetProperty(row => row.FinishedAt, now)
            .SetProperty(row => row.ExpiresAt, now + retention);
}

namespace K2P.Web.Jobs;

/// <summary>
/// The queue of jobs. Every step is one transaction, so that any number of processes may share it:
/// a job is claimed by one worker at a time, and a worker that lost its lease can no longer change the job.
/// </summary>
internal interface IJobQueue
{
    /// <summary>Makes the job exist, unless the queue is full or the idempotency key is known.</summary>
    Task<Admission> AdmitAsync(Job job, CancellationToken cancel);

    /// <summary>Whether one more job would be admitted, as it was a moment ago; asked before a body is read.</summary>
    Task<bool> HasRoomAsync(CancellationToken cancel);

    /// <summary>Takes the job whose turn it is; what a silent worker held waits again.</summary>
    Task<Lease?> ClaimAsync(string worker, CancellationToken cancel);

    /// <summary>Prolongs the lease; false when the job was cancelled, erased, or taken over.</summary>
    Task<bool> RenewAsync(Lease lease, CancellationToken cancel);

    /// <summary>Ends the job; false when the lease is lost, and then nothing changed.</summary>
    Task<bool> CompleteAsync(Lease lease, JobOutcome outcome, CancellationToken cancel);

    /// <summary>Puts the job back for another try after a fault of ours, or gives it up when it has had its tries.</summary>
    Task RetryAsync(Lease lease, JobOutcome.Failed fault, CancellationToken cancel);

    /// <summary>Puts the job back as if it had not been claimed, because this worker cannot go on.</summary>
    Task HandBackAsync(Lease lease, CancellationToken cancel);

    /// <summary>Ends a job that is not over; a running sandbox is stopped. False when it was over.</summary>
    Task<bool> CancelAsync(string id, CancellationToken cancel);

    /// <summary>Erases the job for its owner; its blobs are to be purged. False when there is none.</summary>
    Task<bool> EraseAsync(string id, CancellationToken cancel);

    /// <summary>Marks jobs whose time is over; their blobs are to be purged. Gives how many there were.</summary>
    Task<int> ExpireAsync(CancellationToken cancel);

    /// <summary>Some of the jobs whose blobs are to be purged.</summary>
    Task<IReadOnlyList<string>> PurgeableAsync(CancellationToken cancel);

    /// <summary>The job's blobs are gone.</summary>
    Task PurgedAsync(string id, CancellationToken cancel);
}

/// <summary>The right to work on a job until it is renewed or lost.</summary>
internal sealed record Lease(Job Job, string Token);

/// <summary>What became of a request to admit a job.</summary>
internal abstract record Admission
{
    internal sealed record Admitted(Job Job) : Admission;

    /// <summary>The same key came with the same bytes before: that job answers.</summary>
    internal sealed record Repeated(Job Job) : Admission;

    /// <summary>The same key came with other bytes.</summary>
    internal sealed record Conflict : Admission;

    internal sealed record Full : Admission;
}

/// <summary>How an attempt ended.</summary>
internal abstract record JobOutcome
{
    public string? ConverterVersion { get; init; }

    /// <summary>The digest of the converter's image, when it runs from one.</summary>
    public string? ConverterImage { get; init; }

    public string? SandboxKind { get; init; }

    public string? StdoutTail { get; init; }

    public string? StderrTail { get; init; }

    internal sealed record Succeeded(
        string ResultKey,
        string? ReportKey,
        string ResultName,
        long ResultSize,
        string? Totals
    ) : JobOutcome
    {
        public IReadOnlyList<UploadedNode> Nodes { get; init; } = [];
    }

    internal sealed record Failed(string Code, string Message) : JobOutcome;
}

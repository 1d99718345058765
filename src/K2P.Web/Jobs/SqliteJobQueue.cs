using System.Data;
using K2P.Web.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace K2P.Web.Jobs;

/// <summary>The queue on SQLite: one writer at a time, so an immediate transaction is all the locking there is.</summary>
internal sealed class SqliteJobQueue(
    OpenDb open,
    JobSignals signals,
    IOptions<JobOptions> options,
    TimeProvider time
) : IJobQueue
{
    private static readonly TimeSpan KeyLifetime = TimeSpan.FromHours(24);

    private readonly JobOptions settings = options.Value;

    public async Task<Admission> AdmitAsync(Job job, CancellationToken cancel)
    {
        await using var db = open();
        // Serializable makes the provider begin an immediate transaction: the count below stays true until the commit.
        await using var transaction = await db.Database.BeginTransactionAsync(
            IsolationLevel.Serializable,
            cancel
        );
        if (job.IdempotencyKey is not null)
        {
            var earlier = await db.Jobs.SingleOrDefaultAsync(
                row => row.ClientHash == job.ClientHash && row.IdempotencyKey == job.IdempotencyKey,
                cancel
            );
            if (earlier is not null && earlier.CreatedAt > time.GetUtcNow() - KeyLifetime)
            {
                return earlier.RequestHash == job.RequestHash
                    ? new Admission.Repeated(earlier)
                    : new Admission.Conflict();
            }

            if (earlier is not null)
            {
                earlier.IdempotencyKey = null;
                await db.SaveChangesAsync(cancel);
            }
        }

        if (await CountQueued(db, cancel) >= settings.MaxQueued)
        {
            return new Admission.Full();
        }

        db.Jobs.Add(job);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        signals.WorkArrived();
        return new Admission.Admitted(job);
    }

    public async Task<bool> HasRoomAsync(CancellationToken cancel)
    {
        await using var db = open();
        return await CountQueued(db, cancel) < settings.MaxQueued;
    }

    public async Task<Lease?> ClaimAsync(string worker, CancellationToken cancel)
    {
        await using var db = open();
        await GiveUpLapsed(db, cancel);

        var token = Guid.NewGuid().ToString("N");
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var until = (time.GetUtcNow() + settings.Lease).ToUnixTimeMilliseconds();
        // One statement is one transaction: two workers never get the same row.
        var claimed = await db
            .Jobs.FromSql(
                $"""
                UPDATE jobs SET
                    status = 'RUNNING', version = version + 1, attempts = attempts + 1,
                    started_at = coalesce(started_at, {now}),
                    worker_id = {worker}, lease_token = {token}, lease_until = {until}, available_at = NULL
                WHERE id = (
                    SELECT id FROM (
                        SELECT id FROM jobs WHERE status = 'QUEUED' AND (available_at IS NULL OR available_at <= {now})
                        UNION ALL
                        SELECT id FROM jobs WHERE status = 'RUNNING' AND lease_until < {now})
                    ORDER BY id LIMIT 1)
                RETURNING *
                """
            )
            .AsNoTracking()
            .ToListAsync(cancel);
        if (claimed is not [var job])
        {
            return null;
        }

        signals.JobChanged(job.Id);
        return new Lease(job, token);
    }

    public async Task<bool> RenewAsync(Lease lease, CancellationToken cancel)
    {
        await using var db = open();
        var until = time.GetUtcNow() + settings.Lease;
        var renewed = await Held(db, lease)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.LeaseUntil, until), cancel);
        return renewed == 1;
    }

    public async Task<bool> CompleteAsync(Lease lease, JobOutcome outcome, CancellationToken cancel)
    {
        await using var db = open();
        // The fence: with another token in the row, nothing is read and nothing is written.
        await using var transaction = await db.Database.BeginTransactionAsync(
            IsolationLevel.Serializable,
            cancel
        );
        var job = await Held(db, lease).SingleOrDefaultAsync(cancel);
        if (job is null)
        {
            return false;
        }

        job.FinishedAt = time.GetUtcNow();
        job.ExpiresAt = job.FinishedAt + settings.Retention;
        Release(job, outcome);
        switch (outcome)
        {
            case JobOutcome.Succeeded success:
                job.Status = JobStatus.Succeeded;
                job.ResultKey = success.ResultKey;
                job.ReportKey = success.ReportKey;
                job.ResultName = success.ResultName;
                job.ResultSize = success.ResultSize;
                job.Totals = success.Totals;
                job.ErrorCode = null;
                job.ErrorMessage = null;
                break;
            case JobOutcome.Failed failure:
                job.Status = JobStatus.Failed;
                job.ErrorCode = failure.Code;
                job.ErrorMessage = failure.Message;
                break;
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        signals.JobChanged(job.Id);
        return true;
    }

    public async Task RetryAsync(Lease lease, JobOutcome.Failed fault, CancellationToken cancel)
    {
        var attempts = lease.Job.Attempts;
        if (attempts >= settings.MaxAttempts)
        {
            await CompleteAsync(lease, GaveUp(fault), cancel);
            return;
        }

        await using var db = open();
        await using var transaction = await db.Database.BeginTransactionAsync(
            IsolationLevel.Serializable,
            cancel
        );
        var job = await Held(db, lease).SingleOrDefaultAsync(cancel);
        if (job is null)
        {
            return;
        }

        Release(job, fault);
        job.Status = JobStatus.Queued;
        job.AvailableAt = time.GetUtcNow()
            .AddSeconds(settings.RetrySeconds * Math.Pow(2, attempts - 1));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        signals.JobChanged(job.Id);
    }

    public async Task HandBackAsync(Lease lease, CancellationToken cancel)
    {
        await using var db = open();
        await Held(db, lease)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(row => row.Status, JobStatus.Queued)
                        .SetProperty(row => row.Version, row => row.Version + 1)
                        .SetProperty(row => row.Attempts, row => row.Attempts - 1)
                        .SetProperty(row => row.LeaseToken, (string?)null)
                        .SetProperty(row => row.LeaseUntil, (DateTimeOffset?)null),
                cancel
            );
        signals.JobChanged(lease.Job.Id);
    }

    public async Task<bool> CancelAsync(string id, CancellationToken cancel)
    {
        await using var db = open();
        await using var transaction = await db.Database.BeginTransactionAsync(
            IsolationLevel.Serializable,
            cancel
        );
        var job = await db.Jobs.SingleOrDefaultAsync(
            row => row.Id == id && row.DeletedAt == null,
            cancel
        );
        if (job is null || job.Status.IsOver())
        {
            return false;
        }

        var token = End(job);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        Announce(id, token);
        return true;
    }

    public async Task<IReadOnlyList<string>> EraseAsync(string id, CancellationToken cancel)
    {
        await using var db = open();
        await using var transaction = await db.Database.BeginTransactionAsync(
            IsolationLevel.Serializable,
            cancel
        );
        var job = await db.Jobs.SingleOrDefaultAsync(
            row => row.Id == id && row.DeletedAt == null,
            cancel
        );
        if (job is null)
        {
            return [];
        }

        var token = job.Status.IsOver() ? null : End(job);
        var keys = TakeKeys(job);
        job.DeletedAt = time.GetUtcNow();
        job.Version++;
        job.IdempotencyKey = null;
        job.ErrorMessage = null;
        job.StdoutTail = null;
        job.StderrTail = null;
        job.ResultName = null;
        var entry = db.Entry(job);
        entry.Property(row => row.OriginalFilename).CurrentValue = "";
        entry.Property(row => row.InputSha256).CurrentValue = "";
        entry.Property(row => row.RequestHash).CurrentValue = "";
        entry.Property(row => row.ClientHash).CurrentValue = "";
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        Announce(id, token);
        return keys;
    }

    public async Task<IReadOnlyList<string>> ExpireAsync(CancellationToken cancel)
    {
        await using var db = open();
        var now = time.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(
            IsolationLevel.Serializable,
            cancel
        );
        JobStatus[] kept = [JobStatus.Succeeded, JobStatus.Failed, JobStatus.Cancelled];
        var jobs = await db
            .Jobs.Where(row => kept.Contains(row.Status) && row.ExpiresAt < now)
            .OrderBy(row => row.ExpiresAt)
            .Take(100)
            .ToListAsync(cancel);
        var keys = new List<string>();
        foreach (var job in jobs)
        {
            keys.AddRange(TakeKeys(job));
            job.Status = JobStatus.Expired;
            job.Version++;
            job.StdoutTail = null;
            job.StderrTail = null;
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        jobs.ForEach(job => signals.JobChanged(job.Id));
        return keys;
    }

    private static Task<int> CountQueued(ServiceDb db, CancellationToken cancel) =>
        db.Jobs.CountAsync(row => row.Status == JobStatus.Queued, cancel);

    private static IQueryable<Job> Held(ServiceDb db, Lease lease) =>
        db.Jobs.Where(row =>
            row.Id == lease.Job.Id
            && row.Status == JobStatus.Running
            && row.LeaseToken == lease.Token
        );

    /// <summary>A job whose worker died every time is the likely cause; it is not tried for ever.</summary>
    private async Task GiveUpLapsed(ServiceDb db, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var expires = now + settings.Retention;
        await db
            .Jobs.Where(row =>
                row.Status == JobStatus.Running
                && row.LeaseUntil < now
                && row.Attempts >= settings.MaxAttempts
            )
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(row => row.Status, JobStatus.Failed)
                        .SetProperty(row => row.Version, row => row.Version + 1)
                        .SetProperty(row => row.FinishedAt, now)
                        .SetProperty(row => row.ExpiresAt, expires)
                        .SetProperty(row => row.LeaseToken, (string?)null)
                        .SetProperty(row => row.LeaseUntil, (DateTimeOffset?)null)
                        .SetProperty(row => row.ErrorCode, "gave_up")
                        .SetProperty(
                            row => row.ErrorMessage,
                            "The conversion was interrupted at every attempt."
                        ),
                cancel
            );
    }

    private static JobOutcome.Failed GaveUp(JobOutcome.Failed fault) =>
        fault with
        {
            Code = "gave_up",
            Message = $"The service failed at every attempt; the last time: {fault.Message}",
        };

    private static void Release(Job job, JobOutcome outcome)
    {
        job.Version++;
        job.LeaseToken = null;
        job.LeaseUntil = null;
        job.ConverterVersion = outcome.ConverterVersion;
        job.SandboxKind = outcome.SandboxKind;
        job.StdoutTail = outcome.StdoutTail;
        job.StderrTail = outcome.StderrTail;
    }

    private string? End(Job job)
    {
        var token = job.LeaseToken;
        job.Status = JobStatus.Cancelled;
        job.Version++;
        job.FinishedAt = time.GetUtcNow();
        job.ExpiresAt = job.FinishedAt + settings.Retention;
        job.LeaseToken = null;
        job.LeaseUntil = null;
        return token;
    }

    private static List<string> TakeKeys(Job job)
    {
        List<string> keys =
        [
            .. new[] { job.BundleKey, job.ResultKey, job.ReportKey }.OfType<string>(),
        ];
        job.BundleKey = null;
        job.ResultKey = null;
        job.ReportKey = null;
        return keys;
    }

    private void Announce(string id, string? lostLease)
    {
        if (lostLease is not null)
        {
            signals.LeaseLost(lostLease);
        }

        signals.JobChanged(id);
    }
}

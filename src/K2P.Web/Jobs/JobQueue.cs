using K2P.Web.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace K2P.Web.Jobs;

/// <summary>
/// What the queues on both databases share. Every change of a job is one statement that names the state it expects,
/// so that it needs no lock: who comes second changes nothing and learns it.
/// </summary>
internal abstract class JobQueue : IJobQueue, IAsyncDisposable
{
    /// <summary>The one statement that takes the first job that waits; two workers never get the same row.</summary>
    private const string Claim = """
        UPDATE jobs SET
            status = 'RUNNING', version = version + 1, attempts = attempts + 1,
            started_at = coalesce(started_at, {0}), worker_id = {1},
            lease_token = {2}, lease_until = {3}, available_at = NULL
        WHERE id = (
            SELECT id FROM jobs
            WHERE status = 'QUEUED' AND (available_at IS NULL OR available_at <= {0})
            ORDER BY turn, id LIMIT 1
        """;

    private const string Returning = """
        )
        RETURNING *
        """;

    private static readonly TimeSpan RoomIsKnownFor = TimeSpan.FromMilliseconds(200);

    private readonly OpenDb open;
    private readonly JobSignals signals;
    private readonly TimeProvider time;
    private readonly JobOptions settings;
    private readonly Admissions admissions;
    private readonly string claim;

    private volatile Room? room;
    private long lookedForLapsed;

    /// <param name="rowLock">What the database needs behind the row that a worker claims, so that no other one takes it.</param>
    protected JobQueue(
        OpenDb open,
        JobSignals signals,
        IOptions<JobOptions> options,
        TimeProvider time,
        string rowLock
    )
    {
        claim = Claim + rowLock + Returning;
        this.open = open;
        this.signals = signals;
        this.time = time;
        settings = options.Value;
        admissions = new Admissions(open, LockAdmissionAsync, settings.MaxQueued, time);
    }

    /// <summary>Keeps other processes from admitting until the transaction ends.</summary>
    protected abstract Task LockAdmissionAsync(ServiceDb db, CancellationToken cancel);

    public async Task<Admission> AdmitAsync(Job job, CancellationToken cancel)
    {
        var admission = await admissions.AdmitAsync(job, cancel);
        if (admission is Admission.Admitted)
        {
            signals.Send(JobSignal.Work);
        }

        return admission;
    }

    public async Task<bool> HasRoomAsync(CancellationToken cancel)
    {
        if (room is { } known && time.GetElapsedTime(known.At) < RoomIsKnownFor)
        {
            return known.IsThere;
        }

        await using var db = open();
        var queued = await db.Jobs.CountAsync(row => row.Status == JobStatus.Queued, cancel);
        room = new Room(queued < settings.MaxQueued, time.GetTimestamp());
        return room.IsThere;
    }

    public async Task<Lease?> ClaimAsync(string worker, CancellationToken cancel)
    {
        await using var db = open();
        if (time.GetElapsedTime(lookedForLapsed) > settings.Lease / 4)
        {
            await TakeBackLapsedAsync(db, cancel);
            lookedForLapsed = time.GetTimestamp();
        }

        var token = Guid.NewGuid().ToString("N");
        var now = time.GetUtcNow();
        var claimed = db.Jobs.FromSqlRaw(
            claim,
            now.ToUnixTimeMilliseconds(),
            worker,
            token,
            (now + settings.Lease).ToUnixTimeMilliseconds()
        );
        if (await claimed.AsNoTracking().ToListAsync(cancel) is not [var job])
        {
            return null;
        }

        signals.Send(JobSignal.Changed(job.Id));
        return new Lease(job, token);
    }

    public async Task<bool> RenewAsync(Lease lease, CancellationToken cancel)
    {
        await using var db = open();
        var until = time.GetUtcNow() + settings.Lease;
        return await Held(db, lease)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.LeaseUntil, until), cancel)
            == 1;
    }

    public async Task<bool> CompleteAsync(Lease lease, JobOutcome outcome, CancellationToken cancel)
    {
        await using var db = open();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // The fence: with another token in the row, nothing is written.
        var ended = await Held(db, lease)
            .ExecuteUpdateAsync(
                set => set.End(outcome, time.GetUtcNow(), settings.Retention),
                cancel
            );
        if (ended == 0)
        {
            return false;
        }

        if (outcome is JobOutcome.Succeeded { Nodes: { Count: > 0 } nodes })
        {
            db.Nodes.AddRange(nodes);
            await db.SaveChangesAsync(cancel);
        }

        await transaction.CommitAsync(cancel);
        signals.Send(JobSignal.Changed(lease.Job.Id));
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
        var available = time.GetUtcNow()
            .AddSeconds(settings.RetrySeconds * Math.Pow(2, attempts - 1));
        await Held(db, lease)
            .ExecuteUpdateAsync(
                set =>
                    set.Release(fault)
                        .SetProperty(row => row.Status, JobStatus.Queued)
                        .SetProperty(row => row.AvailableAt, available),
                cancel
            );
        signals.Send(JobSignal.Changed(lease.Job.Id));
    }

    public async Task HandBackAsync(Lease lease, CancellationToken cancel)
    {
        await using var db = open();
        await Held(db, lease)
            .ExecuteUpdateAsync(
                set => set.Wait().SetProperty(row => row.Attempts, row => row.Attempts - 1),
                cancel
            );
        signals.Send(JobSignal.Changed(lease.Job.Id));
        signals.Send(JobSignal.Work);
    }

    public async Task<bool> CancelAsync(string id, CancellationToken cancel)
    {
        await using var db = open();
        var cancelled = await db
            .Jobs.Where(row =>
                row.Id == id
                && row.DeletedAt == null
                && (row.Status == JobStatus.Queued || row.Status == JobStatus.Running)
            )
            .ExecuteUpdateAsync(set => set.Cancel(time.GetUtcNow(), settings.Retention), cancel);
        if (cancelled == 1)
        {
            signals.Send(JobSignal.Ended(id));
        }

        return cancelled == 1;
    }

    public async Task<bool> EraseAsync(string id, CancellationToken cancel)
    {
        await CancelAsync(id, cancel);
        await using var db = open();
        var erased = await db
            .Jobs.Where(row => row.Id == id && row.DeletedAt == null)
            .ExecuteUpdateAsync(set => set.Erase(time.GetUtcNow()), cancel);
        signals.Send(JobSignal.Ended(id));
        return erased == 1;
    }

    public async Task<int> ExpireAsync(CancellationToken cancel)
    {
        await using var db = open();
        var now = time.GetUtcNow();
        JobStatus[] kept = [JobStatus.Succeeded, JobStatus.Failed, JobStatus.Cancelled];
        var ids = await db
            .Jobs.Where(row => kept.Contains(row.Status) && row.ExpiresAt < now)
            .OrderBy(row => row.ExpiresAt)
            .Take(100)
            .Select(row => row.Id)
            .ToListAsync(cancel);
        await db
            .Jobs.Where(row => ids.Contains(row.Id) && kept.Contains(row.Status))
            .ExecuteUpdateAsync(
                set => set.Purge(now).SetProperty(row => row.Status, JobStatus.Expired),
                cancel
            );
        ids.ForEach(id => signals.Send(JobSignal.Changed(id)));
        return ids.Count;
    }

    public async Task<IReadOnlyList<string>> PurgeableAsync(CancellationToken cancel)
    {
        await using var db = open();
        var now = time.GetUtcNow();
        return await db
            .Jobs.Where(row => row.PurgeAt <= now)
            .OrderBy(row => row.PurgeAt)
            .Take(100)
            .Select(row => row.Id)
            .ToListAsync(cancel);
    }

    public async Task PurgedAsync(string id, CancellationToken cancel)
    {
        await using var db = open();
        await db
            .Jobs.Where(row => row.Id == id)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(row => row.PurgeAt, (DateTimeOffset?)null)
                        .SetProperty(row => row.BundleKey, (string?)null)
                        .SetProperty(row => row.ResultKey, (string?)null)
                        .SetProperty(row => row.ReportKey, (string?)null),
                cancel
            );
    }

    public ValueTask DisposeAsync() => admissions.DisposeAsync();

    /// <summary>Jobs of silent workers wait again; one whose workers all died is the likely cause and is given up.</summary>
    private async Task TakeBackLapsedAsync(ServiceDb db, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var lapsed = await db
            .Jobs.Where(row => row.Status == JobStatus.Running && row.LeaseUntil < now)
            .Select(row => new
            {
                row.Id,
                row.LeaseToken,
                row.Attempts,
            })
            .ToListAsync(cancel);
        foreach (var job in lapsed)
        {
            var held = db.Jobs.Where(row =>
                row.Id == job.Id
                && row.Status == JobStatus.Running
                && row.LeaseToken == job.LeaseToken
                && row.LeaseUntil < now
            );
            await held.ExecuteUpdateAsync(
                set =>
                    _ =
                        job.Attempts < settings.MaxAttempts
                            ? set.Wait()
                            : set.End(Interrupted, now, settings.Retention),
                cancel
            );
            signals.Send(JobSignal.Changed(job.Id));
        }
    }

    private static JobOutcome.Failed Interrupted { get; } =
        new("gave_up", "The conversion was interrupted at every attempt.");

    private static JobOutcome.Failed GaveUp(JobOutcome.Failed fault) =>
        fault with
        {
            Code = "gave_up",
            Message = $"The service failed at every attempt; the last time: {fault.Message}",
        };

    private static IQueryable<Job> Held(ServiceDb db, Lease lease) =>
        db.Jobs.Where(row =>
            row.Id == lease.Job.Id
            && row.Status == JobStatus.Running
            && row.LeaseToken == lease.Token
        );

    private sealed record Room(bool IsThere, long At);
}

using System.Data;
using System.Threading.Channels;
using K2P.Web.Database;
using Microsoft.EntityFrameworkCore;

namespace K2P.Web.Jobs;

/// <summary>
/// Admits jobs, several in one transaction when they come together: the lock that keeps the queue's length true
/// is held until the commit is on the disk, and without sharing it each submission would wait for all before it.
/// </summary>
internal sealed class Admissions : IAsyncDisposable
{
    private const int Together = 64;
    private static readonly TimeSpan KeyLifetime = TimeSpan.FromHours(24);

    private readonly OpenDb open;
    private readonly Func<ServiceDb, CancellationToken, Task> takeLock;
    private readonly int maxQueued;
    private readonly TimeProvider time;
    private readonly Task loop;
    private readonly Channel<Request> requests = Channel.CreateUnbounded<Request>(
        new UnboundedChannelOptions { SingleReader = true }
    );

    public Admissions(
        OpenDb open,
        Func<ServiceDb, CancellationToken, Task> takeLock,
        int maxQueued,
        TimeProvider time
    )
    {
        this.open = open;
        this.takeLock = takeLock;
        this.maxQueued = maxQueued;
        this.time = time;
        loop = Task.Run(WorkAsync);
    }

    public Task<Admission> AdmitAsync(Job job, CancellationToken cancel)
    {
        var request = new Request(job);
        return requests.Writer.TryWrite(request)
            ? request.Answer.Task.WaitAsync(cancel)
            : throw new OperationCanceledException("The service is shutting down.");
    }

    public async ValueTask DisposeAsync()
    {
        requests.Writer.TryComplete();
        await loop;
    }

    private async Task WorkAsync()
    {
        var batch = new List<Request>(Together);
        while (await requests.Reader.WaitToReadAsync())
        {
            batch.Clear();
            while (batch.Count < Together && requests.Reader.TryRead(out var request))
            {
                batch.Add(request);
            }

            try
            {
                var answers = await AdmitAsync(batch);
                for (var i = 0; i < batch.Count; i++)
                {
                    batch[i].Answer.SetResult(answers[i]);
                }
            }
            catch (Exception exception)
            {
                // Every submitter answers for itself that the database is away.
                batch.ForEach(request => request.Answer.TrySetException(exception));
            }
        }
    }

    private async Task<List<Admission>> AdmitAsync(List<Request> batch)
    {
        await using var db = open();
        // SQLite begins an immediate transaction for this level: the count below stays true until the commit.
        await using var transaction = await db.Database.BeginTransactionAsync(
            db is SqliteDb ? IsolationLevel.Serializable : IsolationLevel.ReadCommitted
        );
        await takeLock(db, CancellationToken.None);
        var queued = await db.Jobs.CountAsync(row => row.Status == JobStatus.Queued);
        // Who has nothing waiting begins with the round that is being served.
        var round =
            await db
                .Jobs.Where(row => row.Status == JobStatus.Queued)
                .MinAsync(row => (long?)row.Turn)
            ?? 0;
        var turns = new Dictionary<string, long>(StringComparer.Ordinal);
        var answers = new List<Admission>(batch.Count);
        var admitted = new List<Job>();
        foreach (var job in batch.Select(request => request.Job))
        {
            var earlier = await FindEarlierAsync(db, admitted, job);
            if (earlier is not null)
            {
                answers.Add(
                    earlier.RequestHash == job.RequestHash
                        ? new Admission.Repeated(earlier)
                        : new Admission.Conflict()
                );
            }
            else if (queued >= maxQueued)
            {
                answers.Add(new Admission.Full());
            }
            else
            {
                job.Turn = await NextTurnAsync(db, turns, job.ClientHash, round);
                queued++;
                admitted.Add(job);
                answers.Add(new Admission.Admitted(job));
            }
        }

        db.Jobs.AddRange(admitted);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return answers;
    }

    private static async Task<long> NextTurnAsync(
        ServiceDb db,
        Dictionary<string, long> turns,
        string client,
        long round
    )
    {
        if (!turns.TryGetValue(client, out var next))
        {
            var last = await db
                .Jobs.Where(row => row.ClientHash == client && row.Status == JobStatus.Queued)
                .MaxAsync(row => (long?)row.Turn);
            next = Math.Max(round, last + 1 ?? round);
        }

        turns[client] = next + 1;
        return next;
    }

    /// <summary>The job that has the same key from the same client; a key that is too old is taken off its job.</summary>
    private async Task<Job?> FindEarlierAsync(ServiceDb db, List<Job> admitted, Job job)
    {
        if (job.IdempotencyKey is null)
        {
            return null;
        }

        var earlier =
            admitted.Find(row =>
                row.ClientHash == job.ClientHash && row.IdempotencyKey == job.IdempotencyKey
            )
            ?? await db
                .Jobs.AsNoTracking()
                .SingleOrDefaultAsync(row =>
                    row.ClientHash == job.ClientHash && row.IdempotencyKey == job.IdempotencyKey
                );
        if (earlier is null || earlier.CreatedAt > time.GetUtcNow() - KeyLifetime)
        {
            return earlier;
        }

        await db
            .Jobs.Where(row => row.Id == earlier.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.IdempotencyKey, (string?)null));
        return null;
    }

    private sealed record Request(Job Job)
    {
        public TaskCompletionSource<Admission> Answer { get; } =
            new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

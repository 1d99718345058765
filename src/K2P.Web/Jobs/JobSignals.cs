using System.Collections.Concurrent;
using System.Threading.Channels;

namespace K2P.Web.Jobs;

/// <summary>
/// Wakes waiters inside one process at once: idle workers when a job comes, watchers when a job changes,
/// a running sandbox when its lease is lost. What other processes do comes by <see cref="PostgresSignals"/>,
/// or is found by looking again.
/// </summary>
internal sealed class JobSignals
{
    private readonly ConcurrentDictionary<string, Watch> watches = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Held> leases = new(StringComparer.Ordinal);

    // A waiter looks for all work there is, so one pending signal is enough.
    private readonly Channel<bool> work = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    /// <summary>Tells other processes what happens in this one, where there are others.</summary>
    public Action<JobSignal>? Relay { get; set; }

    /// <summary>Tells this process and the others.</summary>
    public void Send(JobSignal signal)
    {
        Receive(signal);
        Relay?.Invoke(signal);
    }

    /// <summary>Tells this process only: the signal came from another one.</summary>
    public void Receive(JobSignal signal)
    {
        switch (signal.Kind)
        {
            case JobSignalKind.Work:
                work.Writer.TryWrite(true);
                break;
            case JobSignalKind.Changed:
                Changed(signal.JobId);
                break;
            case JobSignalKind.Ended:
                foreach (var lease in leases.Values)
                {
                    if (lease.JobId == signal.JobId)
                    {
                        lease.Cancel();
                    }
                }

                Changed(signal.JobId);
                break;
        }
    }

    /// <summary>Signals may have been missed: everybody looks again.</summary>
    public void Missed()
    {
        work.Writer.TryWrite(true);
        foreach (var id in watches.Keys)
        {
            Changed(id);
        }
    }

    public async Task WaitForWorkAsync(TimeSpan atMost, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(atMost);
        try
        {
            await work.Reader.ReadAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            // Nobody called; the caller looks for itself.
        }
    }

    /// <summary>Register before reading the row, or a change between reading and waiting is missed.</summary>
    public Watch WatchJob(string id)
    {
        while (true)
        {
            var watch = watches.GetOrAdd(id, static (key, owner) => new Watch(owner, key), this);
            if (watch.Enter())
            {
                return watch;
            }
        }
    }

    public CancellationToken LeaseTaken(Lease lease) =>
        leases.GetOrAdd(lease.Token, static (_, id) => new Held(id), lease.Job.Id).Token;

    public void LeaseLost(Lease lease)
    {
        if (leases.TryGetValue(lease.Token, out var held))
        {
            held.Cancel();
        }
    }

    public void LeaseEnded(Lease lease)
    {
        if (leases.TryRemove(lease.Token, out var held))
        {
            held.Dispose();
        }
    }

    private void Changed(string id)
    {
        if (watches.TryRemove(id, out var watch))
        {
            watch.Fire();
        }
    }

    /// <summary>A lease that this process works on.</summary>
    private sealed class Held(string jobId) : IDisposable
    {
        private readonly CancellationTokenSource source = new();
        private readonly Lock gate = new();
        private bool over;

        public string JobId { get; } = jobId;

        public CancellationToken Token => source.Token;

        public void Cancel()
        {
            lock (gate)
            {
                if (!over)
                {
                    source.Cancel();
                }
            }
        }

        public void Dispose()
        {
            lock (gate)
            {
                over = true;
                source.Dispose();
            }
        }
    }

    /// <summary>The waiters of one job's next change; removed with the last of them.</summary>
    internal sealed class Watch(JobSignals owner, string id) : IDisposable
    {
        private readonly TaskCompletionSource changed = new(
            TaskCreationOptions.RunContinuationsAsynchronously
        );
        private readonly Lock gate = new();
        private int waiters;
        private bool closed;

        /// <summary>Ends at the next change, when the time is over, or when the service stops: then the caller looks for itself.</summary>
        public async Task WaitAsync(
            TimeSpan atMost,
            TimeProvider time,
            CancellationToken cancel,
            CancellationToken stopping
        )
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, stopping);
            try
            {
                await changed.Task.WaitAsync(atMost, time, either.Token);
            }
            catch (TimeoutException)
            {
                // Nothing was announced.
            }
            catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
            {
                // The caller answers with what there is.
            }
        }

        public bool Enter()
        {
            lock (gate)
            {
                waiters += closed ? 0 : 1;
                return !closed;
            }
        }

        public void Fire()
        {
            lock (gate)
            {
                closed = true;
            }

            changed.TrySetResult();
        }

        public void Dispose()
        {
            lock (gate)
            {
                waiters--;
                closed |= waiters == 0;
                if (!closed)
                {
                    return;
                }
            }

            owner.watches.TryRemove(new KeyValuePair<string, Watch>(id, this));
        }
    }
}

/// <summary>Something that others may be waiting for.</summary>
internal readonly record struct JobSignal(JobSignalKind Kind, string JobId)
{
    public static JobSignal Work { get; } = new(JobSignalKind.Work, "");

    public static JobSignal Changed(string id) => new(JobSignalKind.Changed, id);

    public static JobSignal Ended(string id) => new(JobSignalKind.Ended, id);
}

internal enum JobSignalKind
{
    /// <summary>A job waits to be claimed.</summary>
    Work,

    /// <summary>A job changed its state.</summary>
    Changed,

    /// <summary>A job was ended by its owner; whoever works on it stops.</summary>
    Ended,
}

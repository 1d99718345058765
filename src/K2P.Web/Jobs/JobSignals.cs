using System.Collections.Concurrent;
using System.Threading.Channels;

namespace K2P.Web.Jobs;

/// <summary>
/// Wakes waiters inside one process at once: idle workers when a job comes, watchers when a job changes,
/// a running sandbox when its lease is lost. What other processes do is found by looking again.
/// </summary>
internal sealed class JobSignals
{
    private readonly ConcurrentDictionary<string, Watch> watches = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, CancellationTokenSource> leases = new(
        StringComparer.Ordinal
    );

    // A waiter looks for all work there is, so one pending signal is enough.
    private readonly Channel<bool> work = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    public void WorkArrived() => work.Writer.TryWrite(true);

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

    public void JobChanged(string id)
    {
        if (watches.TryRemove(id, out var watch))
        {
            watch.Fire();
        }
    }

    public CancellationToken LeaseTaken(string token) =>
        leases.GetOrAdd(token, static _ => new CancellationTokenSource()).Token;

    public void LeaseLost(string token)
    {
        if (leases.TryGetValue(token, out var source))
        {
            source.Cancel();
        }
    }

    public void LeaseEnded(string token)
    {
        if (leases.TryRemove(token, out var source))
        {
            source.Dispose();
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

        /// <summary>Ends at the next change, or when the time is over: then the caller looks for itself.</summary>
        public async Task WaitAsync(TimeSpan atMost, TimeProvider time, CancellationToken cancel)
        {
            try
            {
                await changed.Task.WaitAsync(atMost, time, cancel);
            }
            catch (TimeoutException)
            {
                // Nothing was announced.
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

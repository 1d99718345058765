using System.Threading.Channels;
using Npgsql;

namespace K2P.Web.Jobs;

/// <summary>
/// Carries signals between processes by LISTEN and NOTIFY. They are sent beside the transactions, not in them:
/// a notifying transaction holds a lock of the whole server while it commits. A signal that is lost costs
/// the time until somebody looks again, never a job.
/// </summary>
internal sealed partial class PostgresSignals(
    JobSignals signals,
    NpgsqlDataSource source,
    TimeProvider time,
    ILogger<PostgresSignals> logger
) : BackgroundService
{
    private const string Name = "k2p_jobs";
    private const int Together = 200;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    // So that a process does not hear itself.
    private readonly string self = Guid.NewGuid().ToString("N")[..8];

    private readonly Channel<JobSignal> outgoing = Channel.CreateBounded<JobSignal>(
        new BoundedChannelOptions(10_000)
        {
            FullMode = BoundedChannelFullMode.DropOldest,
            SingleReader = true,
        }
    );

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        signals.Relay = signal => outgoing.Writer.TryWrite(signal);
        return Task.WhenAll(
            AgainAsync(ListenAsync, stoppingToken),
            AgainAsync(NotifyAsync, stoppingToken)
        );
    }

    private async Task AgainAsync(Func<CancellationToken, Task> work, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await work(stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                Log.Broken(logger, exception.Message);
                await Task.Delay(Pause, time, stopping)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task ListenAsync(CancellationToken stopping)
    {
        await using var connection = await source.OpenConnectionAsync(stopping);
        connection.Notification += (_, notification) => Hear(notification.Payload);
        await using (var listen = new NpgsqlCommand($"LISTEN {Name}", connection))
        {
            await listen.ExecuteNonQueryAsync(stopping);
        }

        // What was sent while nobody listened is found by looking.
        signals.Missed();
        while (true)
        {
            await connection.WaitAsync(stopping);
        }
    }

    private async Task NotifyAsync(CancellationToken stopping)
    {
        await using var connection = await source.OpenConnectionAsync(stopping);
        await using (
            // A notification is worth no wait for the disk.
            var settings = new NpgsqlCommand("SET synchronous_commit = off", connection)
        )
        {
            await settings.ExecuteNonQueryAsync(stopping);
        }

        await using var notify = new NpgsqlCommand(
            "SELECT pg_notify($1, payload) FROM unnest($2) AS payload",
            connection
        );
        notify.Parameters.AddWithValue(Name);
        var payloads = notify.Parameters.Add(new NpgsqlParameter<string[]>());
        var batch = new HashSet<string>(StringComparer.Ordinal);
        while (await outgoing.Reader.WaitToReadAsync(stopping))
        {
            batch.Clear();
            while (batch.Count < Together && outgoing.Reader.TryRead(out var signal))
            {
                batch.Add($"{self} {signal.Kind} {signal.JobId}");
            }

            payloads.Value = batch.ToArray();
            await notify.ExecuteNonQueryAsync(stopping);
        }
    }

    private void Hear(string payload)
    {
        if (
            payload.Split(' ') is [var sender, var kind, var id]
            && sender != self
            && Enum.TryParse<JobSignalKind>(kind, out var known)
        )
        {
            signals.Receive(new JobSignal(known, id));
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            1,
            LogLevel.Warning,
            "Signals between processes are interrupted; changes are found by looking: {Reason}"
        )]
        public static partial void Broken(ILogger logger, string reason);
    }
}

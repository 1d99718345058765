using K2P.Web.Database;
using Microsoft.Extensions.Options;

namespace K2P.Web.Jobs;

/// <summary>The queue on SQLite: one writer at a time, so an immediate transaction is all the locking there is.</summary>
internal sealed class SqliteJobQueue(
    OpenDb open,
    JobSignals signals,
    IOptions<JobOptions> options,
    TimeProvider time
) : JobQueue(open, signals, options, time, rowLock: "")
{
    protected override Task LockAdmissionAsync(ServiceDb db, CancellationToken cancel) =>
        Task.CompletedTask;
}

using K2P.Web.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace K2P.Web.Jobs;

/// <summary>The queue on PostgreSQL: any number of workers claim side by side, none waits for another's row.</summary>
internal sealed class PostgresJobQueue(
    OpenDb open,
    JobSignals signals,
    IOptions<JobOptions> options,
    TimeProvider time
) : JobQueue(open, signals, options, time, rowLock: " FOR UPDATE SKIP LOCKED")
{
    protected override Task LockAdmissionAsync(ServiceDb db, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync(
            $"SELECT pg_advisory_xact_lock({PostgresDb.AdmissionLock})",
            cancel
        );
}

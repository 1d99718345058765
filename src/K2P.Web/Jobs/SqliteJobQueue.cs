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
) : JobQueue(open, signals, options, time)
{
    protected override Task LockAdmissionAsync(ServiceDb db, CancellationToken cancel) =>
        Task.CompletedTask;

    protected override IQueryable<Job> Claim(ServiceDb db, Claimant claimant) =>
        db.Jobs.FromSql(
            $"""
            UPDATE jobs SET
                status = 'RUNNING', version = version + 1, attempts = attempts + 1,
                started_at = coalesce(started_at, {claimant.Now}), worker_id = {claimant.Worker},
                lease_token = {claimant.Token}, lease_until = {claimant.Until}, available_at = NULL
            WHERE id = (
                SELECT id FROM jobs
                WHERE status = 'QUEUED' AND (available_at IS NULL OR available_at <= {claimant.Now})
                ORDER BY turn, id LIMIT 1)
            RETURNING *
            """
        );
}

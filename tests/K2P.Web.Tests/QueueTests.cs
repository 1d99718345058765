using System.Net;
using K2P.Web.Database;
using K2P.Web.Jobs;
using K2P.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace K2P.Web.Tests;

/// <summary>The queue on SQLite.</summary>
public sealed class SqliteQueueTests : QueueTests
{
    internal override Task<TestDatabase> DatabaseAsync() => Task.FromResult(TestDatabase.Sqlite());
}

/// <summary>The queue on PostgreSQL.</summary>
public sealed class PostgresQueueTests : QueueTests
{
    internal override Task<TestDatabase> DatabaseAsync() => TestDatabase.PostgresAsync();
}

/// <summary>What every queue promises.</summary>
public abstract class QueueTests
{
    internal abstract Task<TestDatabase> DatabaseAsync();

    [Fact]
    public async Task A_job_is_claimed_by_one_worker_only()
    {
        await using var service = await StartAsync();
        const int jobs = 40;
        for (var i = 0; i < jobs; i++)
        {
            await service.SubmitAsync("demo.zip");
        }

        var queue = QueueOf(service);
        var claims = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(worker => Task.Run(() => ClaimAllAsync(queue, $"worker-{worker}")))
        );
        var all = claims.SelectMany(mine => mine).ToList();
        all.Count.ShouldBe(jobs);
        all.Distinct().Count().ShouldBe(jobs);
    }

    [Fact]
    public async Task A_worker_that_lost_its_lease_changes_nothing()
    {
        await using var service = await StartAsync("--Jobs:LeaseSeconds=0.5");
        var id = await service.SubmitAsync("demo.zip");
        var queue = QueueOf(service);
        var slow = (await queue.ClaimAsync("slow", CancellationToken.None))!;
        (await queue.ClaimAsync("other", CancellationToken.None)).ShouldBeNull();
        await Task.Delay(700);
        var other = (await queue.ClaimAsync("other", CancellationToken.None))!;
        other.Job.Attempts.ShouldBe(2);

        (await queue.RenewAsync(slow, CancellationToken.None)).ShouldBeFalse();
        var outcome = new JobOutcome.Failed("timeout", "Too late.");
        (await queue.CompleteAsync(slow, outcome, CancellationToken.None)).ShouldBeFalse();
        (await service.JobAsync(id)).Text("status").ShouldBe("RUNNING");
        (await queue.CompleteAsync(other, outcome, CancellationToken.None)).ShouldBeTrue();
        (await service.JobAsync(id)).Text("status").ShouldBe("FAILED");
    }

    [Fact]
    public async Task A_lease_that_is_renewed_is_not_taken()
    {
        await using var service = await StartAsync("--Jobs:LeaseSeconds=0.5");
        await service.SubmitAsync("demo.zip");
        var queue = QueueOf(service);
        var lease = (await queue.ClaimAsync("steady", CancellationToken.None))!;
        for (var i = 0; i < 4; i++)
        {
            await Task.Delay(200);
            (await queue.RenewAsync(lease, CancellationToken.None)).ShouldBeTrue();
            (await queue.ClaimAsync("other", CancellationToken.None)).ShouldBeNull();
        }
    }

    [Fact]
    public async Task A_job_whose_workers_all_died_is_given_up()
    {
        await using var service = await StartAsync(
            "--Jobs:LeaseSeconds=0.5",
            "--Jobs:MaxAttempts=1"
        );
        var id = await service.SubmitAsync("demo.zip");
        var queue = QueueOf(service);
        (await queue.ClaimAsync("doomed", CancellationToken.None)).ShouldNotBeNull();
        await Task.Delay(700);
        (await queue.ClaimAsync("next", CancellationToken.None)).ShouldBeNull();
        var job = await service.JobAsync(id);
        job.Text("status").ShouldBe("FAILED");
        job.Text("error_code").ShouldBe("gave_up");
    }

    [Fact]
    public async Task A_fault_of_ours_is_tried_again_after_a_pause_and_given_up_in_the_end()
    {
        await using var service = await StartAsync(
            "--Jobs:MaxAttempts=2",
            "--Jobs:RetrySeconds=0.3"
        );
        var id = await service.SubmitAsync("demo.zip");
        var queue = QueueOf(service);
        var fault = new JobOutcome.Failed("sandbox_failed", "It broke.");
        var first = (await queue.ClaimAsync("first", CancellationToken.None))!;
        await queue.RetryAsync(first, fault, CancellationToken.None);
        (await queue.ClaimAsync("early", CancellationToken.None)).ShouldBeNull();
        await Task.Delay(400);
        var second = (await queue.ClaimAsync("second", CancellationToken.None))!;
        await queue.RetryAsync(second, fault, CancellationToken.None);
        var job = await service.JobAsync(id);
        job.Text("error_code").ShouldBe("gave_up");
        job.GetProperty("attempts").GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task A_job_that_is_handed_back_has_lost_neither_its_try_nor_its_place()
    {
        await using var service = await StartAsync();
        var ids = new[] { await service.SubmitAsync("a.zip"), await service.SubmitAsync("b.zip") };
        var queue = QueueOf(service);
        var lease = (await queue.ClaimAsync("leaving", CancellationToken.None))!;
        lease.Job.Id.ShouldBe(ids[0]);
        await queue.HandBackAsync(lease, CancellationToken.None);
        var again = (await queue.ClaimAsync("next", CancellationToken.None))!;
        again.Job.Id.ShouldBe(ids[0]);
        again.Job.Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task The_queue_never_holds_more_than_it_may()
    {
        await using var service = await StartAsync("--Jobs:MaxQueued=5");
        var responses = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => service.PostAsync(TestBundle.Good))
        );
        responses.Count(response => response.StatusCode == HttpStatusCode.Created).ShouldBe(5);
        responses.Count(response => (int)response.StatusCode == 429).ShouldBe(15);
        Directory
            .EnumerateFiles(Path.Combine(service.Root, "blobs"), "*", SearchOption.AllDirectories)
            .Count()
            .ShouldBe(5);
    }

    [Fact]
    public async Task Clients_are_served_in_rounds()
    {
        await using var service = await StartAsync();
        var queue = QueueOf(service);
        foreach (var name in new[] { "a1", "a2", "a3", "a4", "b1", "b2", "c1" })
        {
            await queue.AdmitAsync(JobOf(name[..1], name), CancellationToken.None);
        }

        var first = (await queue.ClaimAsync("worker", CancellationToken.None))!;
        first.Job.OriginalFilename.ShouldBe("a1");
        // Who comes later is not put behind all that another client has waiting.
        await queue.AdmitAsync(JobOf("d", "d1"), CancellationToken.None);
        var order = new List<string>();
        while (await queue.ClaimAsync("worker", CancellationToken.None) is { } lease)
        {
            order.Add(lease.Job.OriginalFilename);
        }

        order.ShouldBe(["b1", "c1", "d1", "a2", "b2", "a3", "a4"]);
    }

    [Fact]
    public async Task The_position_shown_is_the_order_of_claims()
    {
        await using var service = await StartAsync();
        var queue = QueueOf(service);
        foreach (var name in new[] { "a1", "a2", "b1" })
        {
            await queue.AdmitAsync(JobOf(name[..1], name), CancellationToken.None);
        }

        await using var db = service.Services.GetRequiredService<OpenDb>()();
        var jobs = await db.Jobs.ToDictionaryAsync(job => job.OriginalFilename, job => job.Id);
        foreach (var (name, position) in new[] { ("a1", 1), ("b1", 2), ("a2", 3) })
        {
            (await service.JobAsync(jobs[name]))
                .GetProperty("queue_position")
                .GetInt32()
                .ShouldBe(position, name);
        }
    }

    [Fact]
    public async Task A_client_that_repeats_itself_at_once_gets_one_job()
    {
        await using var service = await StartAsync();
        var responses = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => service.PostAsync(TestBundle.Good, key: "same"))
        );
        responses.Count(response => response.StatusCode == HttpStatusCode.Created).ShouldBe(1);
        responses.Count(response => response.StatusCode == HttpStatusCode.OK).ShouldBe(7);
        using var other = await service.PostAsync(TestBundle.Other, key: "same");
        await other.ShouldBeProblemAsync(409, "idempotency_conflict");
    }

    [Fact]
    public async Task Jobs_whose_time_is_over_expire_and_leave_no_blob()
    {
        await using var service = await StartAsync(
            "--Roles:Worker=true",
            "--Jobs:RetentionHours=0.0001"
        );
        Needs.Bwrap();
        var id = await service.SubmitAsync("demo.zip");
        await service.EndOfAsync(id);
        await Task.Delay(500);
        var queue = QueueOf(service);
        (await queue.ExpireAsync(CancellationToken.None)).ShouldBe(1);
        (await queue.ExpireAsync(CancellationToken.None)).ShouldBe(0);
        (await queue.PurgeableAsync(CancellationToken.None)).ShouldBe([id]);
        await queue.PurgedAsync(id, CancellationToken.None);
        (await queue.PurgeableAsync(CancellationToken.None)).ShouldBeEmpty();
        (await service.JobAsync(id)).Text("status").ShouldBe("EXPIRED");
    }

    [Fact]
    public async Task What_became_of_the_nodes_can_be_asked()
    {
        Needs.Bwrap();
        await using var service = await StartAsync("--Roles:Worker=true");
        await service.EndOfAsync(await service.SubmitAsync("demo.zip"));
        await using var db = service.Services.GetRequiredService<OpenDb>()();
        var nodes = await db.Nodes.OrderBy(node => node.Ordinal).ToListAsync();
        nodes
            .Select(node => (node.Factory, node.Name, node.Status, node.Count))
            .ShouldBe([
                ("org.example.FilterFactory", "Filter", "exact", 2),
                ("org.example.LearnerFactory", "Learner", "manual", 1),
            ]);
    }

    private async Task<Service> StartAsync(params string[] settings)
    {
        var database = await DatabaseAsync();
        return await Service.StartAsync(database, ["--Roles:Worker=false", .. settings]);
    }

    private static IJobQueue QueueOf(Service service) =>
        service.Services.GetRequiredService<IJobQueue>();

    private static Job JobOf(string client, string name) =>
        new()
        {
            Id = JobId.New(TimeProvider.System.GetUtcNow()),
            Status = JobStatus.Queued,
            CreatedAt = TimeProvider.System.GetUtcNow(),
            OriginalFilename = name,
            InputSha256 = "",
            ClientHash = client,
            RequestHash = "",
        };

    private static async Task<List<string>> ClaimAllAsync(IJobQueue queue, string worker)
    {
        var mine = new List<string>();
        while (await queue.ClaimAsync(worker, CancellationToken.None) is { } lease)
        {
            mine.Add(lease.Job.Id);
        }

        return mine;
    }
}

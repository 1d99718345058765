using System.Diagnostics;
using System.Net;
using K2P.Web.Jobs;
using K2P.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace K2P.Web.Tests;

/// <summary>What is accepted is not lost: not by a killed process, not by a restart, not by two workers at once.</summary>
public sealed class DurabilityTests
{
    [Fact]
    public async Task A_killed_service_loses_no_job_and_leaves_no_process()
    {
        Needs.Bwrap();
        var root = Service.NewRoot();
        try
        {
            var unique = $"slow-{Guid.NewGuid():N}";
            var ids = new List<string>();
            using (var first = await ServiceProcess.StartAsync(root))
            {
                for (var i = 0; i < 4; i++)
                {
                    using var response = await Service.PostAsync(
                        first.Client,
                        TestBundle.Good,
                        $"{unique}.zip"
                    );
                    response.StatusCode.ShouldBe(HttpStatusCode.Created);
                    ids.Add((await response.JsonAsync()).Text("id"));
                }

                await WaitAsync(() => SandboxTests.ProcessesNamed($"--name={unique}").Count > 0);
                first.Kill();
            }

            await WaitAsync(() => SandboxTests.ProcessesNamed($"--name={unique}").Count == 0);

            using var second = await ServiceProcess.StartAsync(root);
            foreach (var id in ids)
            {
                var job = await Service.EndOfAsync(second.Client, id);
                job.Text("status").ShouldBe("SUCCEEDED");
                (await second.Client.GetAsync($"/api/jobs/{id}/result.zip")).StatusCode.ShouldBe(
                    HttpStatusCode.OK
                );
            }

            (await AttemptsAsync(second.Client, ids)).ShouldContain(2);
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    [Fact]
    public async Task A_stopped_service_hands_its_jobs_back()
    {
        Needs.Bwrap();
        var root = Service.NewRoot();
        try
        {
            string id;
            using (
                var first = await ServiceProcess.StartAsync(
                    root,
                    "--Jobs:GraceSeconds=0",
                    "--Jobs:LeaseSeconds=600"
                )
            )
            {
                using var response = await Service.PostAsync(
                    first.Client,
                    TestBundle.Good,
                    "slow.zip"
                );
                id = (await response.JsonAsync()).Text("id");
                await WaitAsync(() => SandboxTests.ProcessesNamed("--name=slow").Count > 0);
                await first.StopAsync();
            }

            // The lease of the first would hold for ten minutes; only handing back explains that the second goes on.
            using var second = await ServiceProcess.StartAsync(root);
            var job = await Service.EndOfAsync(second.Client, id);
            job.Text("status").ShouldBe("SUCCEEDED");
            job.GetProperty("attempts").GetInt32().ShouldBe(1);
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    [Fact]
    public async Task A_stopping_service_finishes_what_it_can()
    {
        Needs.Bwrap();
        var root = Service.NewRoot();
        try
        {
            string id;
            using (var first = await ServiceProcess.StartAsync(root, "--Jobs:GraceSeconds=20"))
            {
                using var response = await Service.PostAsync(
                    first.Client,
                    TestBundle.Good,
                    "slow.zip"
                );
                id = (await response.JsonAsync()).Text("id");
                await WaitAsync(() => SandboxTests.ProcessesNamed("--name=slow").Count > 0);
                await first.StopAsync();
            }

            using var second = await ServiceProcess.StartAsync(root, "--Roles:Worker=false");
            var job = await (await second.Client.GetAsync($"/api/jobs/{id}")).JsonAsync();
            job.Text("status").ShouldBe("SUCCEEDED");
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    [Fact]
    public async Task Roles_in_two_processes_share_the_work()
    {
        Needs.Bwrap();
        var root = Service.NewRoot();
        try
        {
            using var api = await ServiceProcess.StartAsync(root, "--Roles:Worker=false");
            using var response = await Service.PostAsync(api.Client, TestBundle.Good);
            var id = (await response.JsonAsync()).Text("id");
            using var worker = await ServiceProcess.StartAsync(root, "--Roles:Api=false");
            (await Service.EndOfAsync(api.Client, id)).Text("status").ShouldBe("SUCCEEDED");
            (await worker.Client.GetAsync($"/api/jobs/{id}")).StatusCode.ShouldBe(
                HttpStatusCode.NotFound
            );
            (await worker.Client.GetAsync("/readyz")).StatusCode.ShouldBe(HttpStatusCode.OK);
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    [Fact]
    public async Task A_job_is_claimed_by_one_worker_only()
    {
        await using var service = await Service.StartAsync("--Roles:Worker=false");
        const int jobs = 40;
        for (var i = 0; i < jobs; i++)
        {
            await service.SubmitAsync("demo.zip");
        }

        var queue = service.Services.GetRequiredService<IJobQueue>();
        var claims = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(worker =>
                    Task.Run(async () =>
                    {
                        var mine = new List<string>();
                        while (
                            await queue.ClaimAsync($"worker-{worker}", CancellationToken.None)
                                is { } lease
                        )
                        {
                            mine.Add(lease.Job.Id);
                        }

                        return mine;
                    })
                )
        );
        var all = claims.SelectMany(mine => mine).ToList();
        all.Count.ShouldBe(jobs);
        all.Distinct().Count().ShouldBe(jobs);
    }

    [Fact]
    public async Task A_worker_that_lost_its_lease_changes_nothing()
    {
        await using var service = await Service.StartAsync(
            "--Roles:Worker=false",
            "--Jobs:LeaseSeconds=0.5"
        );
        var id = await service.SubmitAsync("demo.zip");
        var queue = service.Services.GetRequiredService<IJobQueue>();
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
    public async Task A_job_whose_workers_all_died_is_given_up()
    {
        await using var service = await Service.StartAsync(
            "--Roles:Worker=false",
            "--Jobs:LeaseSeconds=0.5",
            "--Jobs:MaxAttempts=1"
        );
        var id = await service.SubmitAsync("demo.zip");
        var queue = service.Services.GetRequiredService<IJobQueue>();
        (await queue.ClaimAsync("doomed", CancellationToken.None)).ShouldNotBeNull();
        await Task.Delay(700);
        (await queue.ClaimAsync("next", CancellationToken.None)).ShouldBeNull();
        var job = await service.JobAsync(id);
        job.Text("status").ShouldBe("FAILED");
        job.Text("error_code").ShouldBe("gave_up");
    }

    [Fact]
    public async Task The_queue_never_holds_more_than_it_may()
    {
        await using var service = await Service.StartAsync(
            "--Roles:Worker=false",
            "--Jobs:MaxQueued=5"
        );
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

    private static async Task<List<int>> AttemptsAsync(HttpClient client, List<string> ids)
    {
        var attempts = new List<int>();
        foreach (var id in ids)
        {
            attempts.Add(
                (await (await client.GetAsync($"/api/jobs/{id}")).JsonAsync())
                    .GetProperty("attempts")
                    .GetInt32()
            );
        }

        return attempts;
    }

    private static async Task WaitAsync(Func<bool> condition)
    {
        var clock = Stopwatch.StartNew();
        while (!condition())
        {
            clock.Elapsed.TotalSeconds.ShouldBeLessThan(15);
            await Task.Delay(20);
        }
    }
}

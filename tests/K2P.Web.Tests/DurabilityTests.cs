using System.Diagnostics;
using System.Net;
using K2P.Web.Tests.Support;

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
            using var second = await ServiceProcess.StartAsync(root, "--Jobs:LeaseSeconds=600");
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

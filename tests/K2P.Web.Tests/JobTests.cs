using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using K2P.Web.Tests.Support;

namespace K2P.Web.Tests;

/// <summary>A job from submission to erasure, through HTTP.</summary>
public sealed partial class JobTests(SharedService shared)
{
    private readonly Service service = shared.Service;

    [Fact]
    public async Task A_bundle_becomes_a_job_and_a_result()
    {
        using var response = await service.PostAsync(TestBundle.Good, "Sales report.knwf");
        response.StatusCode.ShouldBe(HttpStatusCode.Created);
        var job = await response.JsonAsync();
        var id = job.Text("id");
        Id().IsMatch(id).ShouldBeTrue(id);
        response.Headers.Location?.OriginalString.ShouldBe($"/api/jobs/{id}");
        job.Text("status").ShouldBe("QUEUED");
        job.Text("original_filename").ShouldBe("Sales report.knwf");
        job.GetProperty("input_size").GetInt64().ShouldBe(TestBundle.Good.Length);
        job.Text("input_sha256")
            .ShouldBe(
                Convert.ToHexStringLower(
                    System.Security.Cryptography.SHA256.HashData(TestBundle.Good)
                )
            );
        job.GetProperty("queue_position").GetInt32().ShouldBeGreaterThan(0);

        var end = await service.EndOfAsync(id);
        end.Text("status").ShouldBe("SUCCEEDED");
        end.Text("converter_version").ShouldBe(ScriptedConverter.Version);
        end.GetProperty("attempts").GetInt32().ShouldBe(1);
        end.GetProperty("totals").GetProperty("exact").GetInt32().ShouldBe(2);
        end.GetProperty("totals").GetProperty("partial").GetInt32().ShouldBe(1);
        end.GetProperty("error_code").ValueKind.ShouldBe(JsonValueKind.Null);
        end.GetProperty("queue_position").ValueKind.ShouldBe(JsonValueKind.Null);
        var times = new[] { "created_at", "started_at", "finished_at", "expires_at" }
            .Select(name => end.GetProperty(name).GetDateTimeOffset())
            .ToList();
        times.ShouldBe(times.Order());
    }

    [Fact]
    public async Task A_job_shows_nothing_of_the_server()
    {
        var job = await service.EndOfAsync(await service.SubmitAsync("demo.zip"));
        var names = job.EnumerateObject().Select(property => property.Name);
        names.ShouldBe([
            "id",
            "status",
            "created_at",
            "started_at",
            "finished_at",
            "expires_at",
            "original_filename",
            "input_size",
            "input_sha256",
            "result_size",
            "queue_position",
            "attempts",
            "converter_version",
            "converter_image",
            "error_code",
            "error_message",
            "totals",
        ]);
        job.GetRawText().ShouldNotContain(service.Root);
    }

    [Fact]
    public async Task Waiting_holds_the_answer_until_the_state_changes()
    {
        var id = await service.SubmitAsync("slow.zip");
        await service.RunningAsync(id);
        var before = DateTime.UtcNow;
        var job = await (await service.Client.GetAsync($"/api/jobs/{id}?wait=30")).JsonAsync();
        job.Text("status").ShouldBe("SUCCEEDED");
        (DateTime.UtcNow - before).TotalSeconds.ShouldBeInRange(0.5, 10);
    }

    [Fact]
    public async Task Waiting_ends_when_its_time_is_over()
    {
        var id = await service.SubmitAsync("forever.zip");
        await service.RunningAsync(id);
        var job = await (await service.Client.GetAsync($"/api/jobs/{id}?wait=1")).JsonAsync();
        job.Text("status").ShouldBe("RUNNING");
        await service.Client.PostAsync($"/api/jobs/{id}/cancel", null);
    }

    [Fact]
    public async Task An_unchanged_job_is_not_sent_twice()
    {
        var id = await service.SubmitAsync("demo.zip");
        await service.EndOfAsync(id);
        using var first = await service.Client.GetAsync($"/api/jobs/{id}");
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/jobs/{id}");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await service.Client.SendAsync(request);
        second.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        second.Headers.ETag.ShouldBe(first.Headers.ETag);
    }

    [Fact]
    public async Task The_same_key_and_bytes_give_the_first_job()
    {
        var key = Guid.NewGuid().ToString();
        using var first = await service.PostAsync(TestBundle.Good, key: key);
        using var second = await service.PostAsync(TestBundle.Good, key: key);
        first.StatusCode.ShouldBe(HttpStatusCode.Created);
        second.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await second.JsonAsync()).Text("id").ShouldBe((await first.JsonAsync()).Text("id"));
        second.Headers.Location.ShouldBe(first.Headers.Location);
    }

    [Fact]
    public async Task The_same_key_with_other_bytes_or_options_is_a_conflict()
    {
        var key = Guid.NewGuid().ToString();
        using var first = await service.PostAsync(TestBundle.Good, key: key);
        using var bytes = await service.PostAsync(TestBundle.Other, key: key);
        using var options = await service.PostAsync(
            TestBundle.Good,
            key: key,
            fields: ("strict", "true")
        );
        await bytes.ShouldBeProblemAsync(409, "idempotency_conflict");
        await options.ShouldBeProblemAsync(409, "idempotency_conflict");
    }

    [Fact]
    public async Task The_same_key_sent_at_once_makes_one_job()
    {
        var key = Guid.NewGuid().ToString();
        var responses = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => service.PostAsync(TestBundle.Good, key: key))
        );
        responses.Count(response => response.StatusCode == HttpStatusCode.Created).ShouldBe(1);
        var ids = await Task.WhenAll(responses.Select(response => response.JsonAsync()));
        ids.Select(job => job.Text("id")).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_running_job_is_cancelled_and_its_processes_end()
    {
        var unique = $"forever-{Guid.NewGuid():N}";
        var id = await service.SubmitAsync($"{unique}.zip");
        await service.RunningAsync(id);
        using var response = await service.Client.PostAsync($"/api/jobs/{id}/cancel", null);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.JsonAsync()).Text("status").ShouldBe("CANCELLED");

        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(3));
        while (SandboxTests.ProcessesNamed(unique).Count > 0)
        {
            await Task.Delay(10, limit.Token);
        }

        (await service.JobAsync(id)).Text("status").ShouldBe("CANCELLED");
        using var again = await service.Client.PostAsync($"/api/jobs/{id}/cancel", null);
        await again.ShouldBeProblemAsync(409, "job_finished");
        using var result = await service.Client.GetAsync($"/api/jobs/{id}/result.zip");
        await result.ShouldBeProblemAsync(409, "job_failed");
    }

    [Fact]
    public async Task An_erased_job_is_gone_with_its_files()
    {
        var id = await service.SubmitAsync("demo.zip");
        await service.EndOfAsync(id);
        FilesOf(id).ShouldNotBeEmpty();
        using var erased = await service.Client.DeleteAsync($"/api/jobs/{id}");
        erased.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        FilesOf(id).ShouldBeEmpty();
        await (await service.Client.GetAsync($"/api/jobs/{id}")).ShouldBeProblemAsync(
            404,
            "not_found"
        );
        await (await service.Client.GetAsync($"/api/jobs/{id}/result.zip")).ShouldBeProblemAsync(
            404,
            "not_found"
        );
        await (await service.Client.DeleteAsync($"/api/jobs/{id}")).ShouldBeProblemAsync(
            404,
            "not_found"
        );
    }

    [Fact]
    public async Task A_running_job_can_be_erased()
    {
        var unique = $"slow-{Guid.NewGuid():N}";
        var id = await service.SubmitAsync($"{unique}.zip");
        await service.RunningAsync(id);
        (await service.Client.DeleteAsync($"/api/jobs/{id}")).StatusCode.ShouldBe(
            HttpStatusCode.NoContent
        );
        await Task.Delay(2500);
        SandboxTests.ProcessesNamed(unique).ShouldBeEmpty();
        FilesOf(id).ShouldBeEmpty();
    }

    [Fact]
    public async Task Events_tell_states_and_end_with_done()
    {
        var id = await service.SubmitAsync("slow.zip");
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var response = await service.Client.GetAsync(
            $"/api/jobs/{id}/events",
            HttpCompletionOption.ResponseHeadersRead,
            limit.Token
        );
        response.Content.Headers.ContentType?.MediaType.ShouldBe("text/event-stream");
        // The stream ends by itself after the last event.
        var text = await response.Content.ReadAsStringAsync(limit.Token);
        var events = EventName().Matches(text).Select(match => match.Groups[1].Value).ToList();
        events[0].ShouldBe("state");
        events[^1].ShouldBe("done");
        text.ShouldContain("\"status\":\"RUNNING\"");
        text.ShouldContain("\"status\":\"SUCCEEDED\"");
    }

    [Fact]
    public async Task Events_resume_after_the_last_one_seen()
    {
        var id = await service.SubmitAsync("demo.zip");
        await service.EndOfAsync(id);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/jobs/{id}/events");
        request.Headers.Add("Last-Event-ID", "3");
        var text = await (await service.Client.SendAsync(request)).Content.ReadAsStringAsync();
        EventName().Matches(text).Select(match => match.Groups[1].Value).ShouldBe(["done"]);
    }

    [Theory]
    [InlineData("../../etc/pass.zip", "pass.zip")]
    [InlineData("C:\\Users\\me\\flow.knwf", "flow.knwf")]
    [InlineData("a\u202Ezip.knwf", "a_zip.knwf")]
    [InlineData("-rf.zip", "-rf.zip")]
    [InlineData("...", "workflow.zip")]
    [InlineData("Müller & Söhne.zip", "Müller & Söhne.zip")]
    public async Task File_names_are_made_harmless(string sent, string shown)
    {
        using var response = await service.PostAsync(TestBundle.Good, sent);
        (await response.JsonAsync()).Text("original_filename").ShouldBe(shown);
        (await service.EndOfAsync((await response.JsonAsync()).Text("id")))
            .Text("status")
            .ShouldBe("SUCCEEDED");
    }

    private IEnumerable<string> FilesOf(string id) =>
        Directory.EnumerateFiles(
            Path.Combine(service.Root, "blobs"),
            $"{id}*",
            SearchOption.AllDirectories
        );

    [GeneratedRegex(
        "^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}-[0-9a-f]{32}$"
    )]
    private static partial Regex Id();

    [GeneratedRegex("^event: (.+)$", RegexOptions.Multiline)]
    private static partial Regex EventName();
}

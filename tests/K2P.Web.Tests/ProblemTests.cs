using System.Net;
using System.Net.Http.Headers;
using System.Text;
using K2P.Web.Tests.Support;

namespace K2P.Web.Tests;

/// <summary>Every error has one form, whoever makes it; every answer has the same headers.</summary>
public sealed class ProblemTests(SharedService shared)
{
    private const string UnknownId =
        "01a20a16-5e11-7445-b337-5be690b019cd-1b54d57c35dd04b4af321ba2074a9bfb";

    private readonly Service service = shared.Service;

    [Theory]
    [InlineData("/api/nothing")]
    [InlineData("/nothing.html")]
    [InlineData("/api/jobs/" + UnknownId)]
    [InlineData("/api/jobs/" + UnknownId + "/logs")]
    [InlineData("/api/jobs/" + UnknownId + "/events")]
    [InlineData("/api/jobs/" + UnknownId + "/result.zip")]
    [InlineData("/api/jobs/1")]
    [InlineData("/api/jobs/%27%20OR%201%3D1")]
    public async Task What_is_not_there_is_not_found(string path)
    {
        using var response = await service.Client.GetAsync(path);
        await response.ShouldBeProblemAsync(404, "not_found");
    }

    [Theory]
    [InlineData("PUT", "/api/jobs")]
    [InlineData("POST", "/api/jobs/" + UnknownId)]
    [InlineData("GET", "/api/jobs/" + UnknownId + "/cancel")]
    [InlineData("DELETE", "/healthz")]
    public async Task A_wrong_method_is_named(string method, string path)
    {
        using var response = await service.Client.SendAsync(
            new HttpRequestMessage(new HttpMethod(method), path)
        );
        await response.ShouldBeProblemAsync(405, "method_not_allowed");
        response.Content.Headers.Allow.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("wait=soon")]
    [InlineData("wait=-1")]
    [InlineData("wait=61")]
    [InlineData("wait=99999999999999999999")]
    public async Task A_wrong_parameter_is_refused(string query)
    {
        using var response = await service.Client.GetAsync($"/api/jobs/{UnknownId}?{query}");
        await response.ShouldBeProblemAsync(400, "invalid_request");
    }

    [Theory]
    [InlineData("application/json", "{}")]
    [InlineData("application/zip", "PK")]
    [InlineData("application/x-www-form-urlencoded", "bundle=x")]
    public async Task A_body_of_another_media_type_is_refused(string type, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        using var response = await service.Client.PostAsync("/api/jobs", content);
        await response.ShouldBeProblemAsync(415, "unsupported_media_type");
    }

    [Fact]
    public async Task A_submission_without_a_body_is_refused()
    {
        using var response = await service.Client.PostAsync("/api/jobs", null);
        await response.ShouldBeProblemAsync(415, "unsupported_media_type");
    }

    [Theory]
    [InlineData("multipart/form-data")]
    [InlineData("multipart/form-data; boundary=\"\"")]
    [InlineData("multipart/form-data; boundary=other")]
    public async Task A_form_that_cannot_be_read_is_refused(string type)
    {
        using var content = new StringContent(
            "--b\r\nContent-Disposition: form-data; name=\"bundle\"\r\n\r\nPK"
        );
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        using var response = await service.Client.PostAsync("/api/jobs", content);
        await response.ShouldBeProblemAsync(400, "invalid_request");
    }

    [Fact]
    public async Task A_form_that_is_cut_off_is_refused()
    {
        using var content = new StringContent(
            "--b\r\nContent-Disposition: form-data; name=\"bundle\"; filename=\"a.zip\"\r\n\r\nPK"
        );
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b");
        using var response = await service.Client.PostAsync("/api/jobs", content);
        await response.ShouldBeProblemAsync(400, "invalid_request");
    }

    [Theory]
    [InlineData("")]
    [InlineData("PK")]
    [InlineData("version https://git-lfs.github.com/spec/v1")]
    public async Task What_is_not_an_archive_is_refused_and_leaves_nothing(string content)
    {
        var blobs = Path.Combine(service.Root, "blobs");
        var before = Directory.GetFiles(blobs, "*", SearchOption.AllDirectories).Length;
        using var response = await service.PostAsync(Encoding.ASCII.GetBytes(content));
        await response.ShouldBeProblemAsync(400, "not_a_zip");
        Directory.GetFiles(blobs, "*", SearchOption.AllDirectories).Length.ShouldBe(before);
        Directory.EnumerateFiles(Path.Combine(service.Root, "tmp")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_form_without_a_bundle_is_refused()
    {
        using var form = new MultipartFormDataContent { { new StringContent("py"), "workbook" } };
        using var response = await service.Client.PostAsync("/api/jobs", form);
        await response.ShouldBeProblemAsync(400, "missing_bundle");
    }

    [Theory]
    [InlineData("workbook", "exe")]
    [InlineData("graph", "svg")]
    [InlineData("strict", "maybe")]
    [InlineData("webhook_url", "http://127.0.0.1/")]
    [InlineData("bundle", "twice")]
    public async Task A_wrong_field_is_named(string name, string value)
    {
        using var response = await service.PostAsync(TestBundle.Good, fields: (name, value));
        var problem = await response.ShouldBeProblemAsync(400, "invalid_request");
        problem.GetProperty("errors")[0].Text("path").ShouldBe(name);
    }

    [Fact]
    public async Task A_wrong_idempotency_key_is_refused()
    {
        using var response = await service.PostAsync(TestBundle.Good, key: new string('k', 201));
        await response.ShouldBeProblemAsync(400, "invalid_request");
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused_and_leaves_nothing()
    {
        await using var small = await Service.StartAsync("--Upload:MaxMiB=1");
        using var slightly = await small.PostAsync(new byte[(1024 * 1024) + 1]);
        await slightly.ShouldBeProblemAsync(413, "payload_too_large");
        using var far = await small.PostAsync(new byte[2 * 1024 * 1024]);
        await far.ShouldBeProblemAsync(413, "payload_too_large");
        Directory.EnumerateFiles(Path.Combine(small.Root, "tmp")).ShouldBeEmpty();
        Directory
            .EnumerateFiles(Path.Combine(small.Root, "blobs"), "*", SearchOption.AllDirectories)
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task A_full_queue_says_when_to_come_back()
    {
        await using var busy = await Service.StartAsync("--Jobs:Slots=1", "--Jobs:MaxQueued=1");
        var running = await busy.SubmitAsync("forever.zip");
        await busy.RunningAsync(running);
        await busy.SubmitAsync("forever.zip");
        using var response = await busy.PostAsync(TestBundle.Good);
        await response.ShouldBeProblemAsync(429, "queue_full");
        response.Headers.RetryAfter?.Delta.ShouldNotBeNull();
        await busy.Client.PostAsync($"/api/jobs/{running}/cancel", null);
    }

    [Fact]
    public async Task A_store_that_is_away_is_said_and_nothing_is_queued()
    {
        await using var broken = await Service.StartAsync();
        var blobs = Path.Combine(broken.Root, "blobs");
        Directory.Delete(blobs, recursive: true);
        await File.WriteAllTextAsync(blobs, "");
        using var response = await broken.PostAsync(TestBundle.Good);
        await response.ShouldBeProblemAsync(503, "unavailable");
        response.Headers.RetryAfter?.Delta.ShouldNotBeNull();

        using var ready = await broken.Client.GetAsync("/readyz");
        ready.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await ready.JsonAsync()).GetProperty("checks").Text("store").ShouldBe("unavailable");
        (await ready.Content.ReadAsStringAsync()).ShouldNotContain(broken.Root);
        (await broken.Client.GetAsync("/healthz")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_database_that_is_away_is_said()
    {
        await using var broken = await Service.StartAsync(
            "--Roles:Worker=false",
            "--Database:BusySeconds=1"
        );
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        foreach (var file in Directory.EnumerateFiles(broken.Root, "k2p.db*"))
        {
            File.Delete(file);
        }

        Directory.CreateDirectory(Path.Combine(broken.Root, "k2p.db"));
        using var response = await broken.Client.GetAsync($"/api/jobs/{UnknownId}");
        await response.ShouldBeProblemAsync(503, "unavailable");
        (await broken.Client.GetAsync("/readyz")).StatusCode.ShouldBe(
            HttpStatusCode.ServiceUnavailable
        );
    }

    [Theory]
    [InlineData("/healthz")]
    [InlineData("/api/openapi.json")]
    [InlineData("/api/jobs/none")]
    [InlineData("/")]
    public async Task Every_answer_carries_the_security_headers(string path)
    {
        using var response = await service.Client.GetAsync(path);
        var headers = response.Headers;
        headers.Contains("Server").ShouldBeFalse();
        headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        headers.GetValues("X-Frame-Options").ShouldBe(["DENY"]);
        headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
        headers.GetValues("Cross-Origin-Opener-Policy").ShouldBe(["same-origin"]);
        headers.GetValues("X-Request-Id").Single().ShouldNotBeEmpty();
        var policy = headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldStartWith("default-src 'none'");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldNotContain("unsafe");
    }

    [Fact]
    public async Task Ready_says_a_word_for_each_part()
    {
        var ready = await (await service.Client.GetAsync("/readyz")).JsonAsync();
        ready.Text("status").ShouldBe("ok");
        ready
            .GetProperty("checks")
            .EnumerateObject()
            .Select(check => (check.Name, check.Value.GetString()))
            .ShouldBe([("database", "ok"), ("store", "ok"), ("queue", "ok"), ("worker", "ok")]);
    }
}

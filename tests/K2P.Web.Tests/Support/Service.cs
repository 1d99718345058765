using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace K2P.Web.Tests.Support;

/// <summary>The real service on a free port, with a folder of its own: Kestrel, a database, files, process sandbox.</summary>
internal sealed class Service : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly TestDatabase database;

    private Service(WebApplication app, TestDatabase database, string root)
    {
        this.app = app;
        this.database = database;
        Root = root;
        var addresses = app
            .Services.GetRequiredService<IServer>()
            .Features.Get<IServerAddressesFeature>()!;
        Client = new HttpClient { BaseAddress = new Uri(addresses.Addresses.Single()) };
    }

    public HttpClient Client { get; }

    public string Root { get; }

    public IServiceProvider Services => app.Services;

    public static Task<Service> StartAsync(params string[] settings) =>
        StartAsync(TestDatabase.Sqlite(), settings);

    /// <summary>The service ends the database with itself.</summary>
    public static async Task<Service> StartAsync(TestDatabase database, string[] settings)
    {
        var root = NewRoot();
        var started = ServiceHost.Create([
            "--urls=http://127.0.0.1:0",
            $"--Storage:Root={root}",
            $"--Converter:Path={ScriptedConverter.FilePath}",
            "--Logging:LogLevel:Default=Error",
            "--Logging:LogLevel:Microsoft=Error",
            "--Logging:LogLevel:K2P=None",
            "--Jobs:RetrySeconds=0.1",
            .. database.Settings,
            .. settings,
        ]);
        await started.PrepareAsync();
        await started.StartAsync();
        return new Service(started, database, root);
    }

    public static string NewRoot()
    {
        var root = Directory.CreateTempSubdirectory("k2p-web-test-").FullName;
        // The users of the sandbox must be able to reach the converter and their folders in it.
        File.SetUnixFileMode(root, File.GetUnixFileMode(root) | UnixFileMode.OtherExecute);
        return root;
    }

    public Task<HttpResponseMessage> PostAsync(
        byte[] bundle,
        string filename = "demo.zip",
        string query = "",
        string? key = null,
        params (string Name, string Value)[] fields
    ) => PostAsync(Client, bundle, filename, query, key, fields);

    public static async Task<HttpResponseMessage> PostAsync(
        HttpClient client,
        byte[] bundle,
        string filename = "demo.zip",
        string query = "",
        string? key = null,
        params (string Name, string Value)[] fields
    )
    {
        using var form = new MultipartFormDataContent();
        var file = new ByteArrayContent(bundle);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/zip");
        form.Add(file, "bundle", filename);
        foreach (var (name, value) in fields)
        {
            form.Add(new StringContent(value), name);
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/jobs{query}")
        {
            Content = form,
        };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return await client.SendAsync(request);
    }

    /// <summary>Submits a good bundle under a name that the scripted converter understands; gives the job's id.</summary>
    public async Task<string> SubmitAsync(string filename)
    {
        using var response = await PostAsync(TestBundle.Good, filename);
        response.StatusCode.ShouldBe(
            HttpStatusCode.Created,
            await response.Content.ReadAsStringAsync()
        );
        return (await response.JsonAsync()).Text("id");
    }

    public async Task<JsonElement> JobAsync(string id) =>
        await (await Client.GetAsync($"/api/jobs/{id}")).JsonAsync();

    /// <summary>Follows a job to its end by long polling.</summary>
    public Task<JsonElement> EndOfAsync(string id) => EndOfAsync(Client, id);

    public static async Task<JsonElement> EndOfAsync(HttpClient client, string id)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            var job = await (
                await client.GetAsync($"/api/jobs/{id}?wait=10", limit.Token)
            ).JsonAsync();
            if (job.Text("status") is not ("QUEUED" or "RUNNING"))
            {
                return job;
            }
        }
    }

    public async Task<JsonElement> RunningAsync(string id)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            var job = await JobAsync(id);
            if (job.Text("status") != "QUEUED")
            {
                return job;
            }

            await Task.Delay(20, limit.Token);
        }
    }

    public async Task<string> LogAsync(string id) =>
        (await (await Client.GetAsync($"/api/jobs/{id}/logs")).JsonAsync()).Text("stderr_tail");

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        await database.DisposeAsync();
        Directory.Delete(Root, recursive: true);
    }
}

/// <summary>Reading answers.</summary>
internal static class Answers
{
    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage response)
    {
        using var document = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync());
        return document.RootElement.Clone();
    }

    public static string Text(this JsonElement element, string name) =>
        element.GetProperty(name).GetString() ?? "";

    /// <summary>Asserts the one form that every error has.</summary>
    public static async Task<JsonElement> ShouldBeProblemAsync(
        this HttpResponseMessage response,
        int status,
        string code
    )
    {
        var body = await response.Content.ReadAsStringAsync();
        ((int)response.StatusCode).ShouldBe(status, body);
        response.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json");
        var problem = await response.JsonAsync();
        problem.Text("code").ShouldBe(code, body);
        problem.GetProperty("status").GetInt32().ShouldBe(status);
        problem.Text("type").ShouldBe($"urn:k2p:problem:{code}");
        problem.Text("title").ShouldNotBeEmpty();
        problem.Text("detail").ShouldEndWith(".");
        problem.Text("request_id").ShouldBe(response.Headers.GetValues("X-Request-Id").Single());
        return problem;
    }
}

/// <summary>One service for the tests that only need some service; small limits, so that breaking them is quick.</summary>
public sealed class SharedService : IAsyncLifetime
{
    internal Service Service { get; private set; } = null!;

    internal static string[] SmallLimits { get; } =
    [
        "--Sandbox:WallSeconds=4",
        "--Sandbox:CpuSeconds=2",
        "--Sandbox:MemoryMiB=64",
        "--Sandbox:MaxProcesses=24",
        "--Sandbox:MaxOutputMiB=8",
        "--Sandbox:MaxOutputFiles=1000",
        "--Sandbox:MaxLogMiB=1",
    ];

    public async ValueTask InitializeAsync() => Service = await Service.StartAsync(SmallLimits);

    public ValueTask DisposeAsync() => Service.DisposeAsync();
}

using System.Text.Json;
using K2P.Web.Tests.Support;

namespace K2P.Web.Tests;

/// <summary>A converter that misbehaves ends with its own code, in either isolation, and the service goes on.</summary>
public sealed class SandboxTests(SandboxServices services) : IClassFixture<SandboxServices>
{
    public static TheoryData<string, string, string> Misbehaviour()
    {
        (string Name, string Code)[] cases =
        [
            ("forever", "timeout"),
            ("spin", "timeout"),
            ("signals", "timeout"),
            ("memory", "out_of_memory"),
            ("forks", "too_many_processes"),
            ("big-file", "output_too_large"),
            ("many-parts", "output_too_large"),
            ("many-files", "output_too_large"),
            ("flood", "output_too_large"),
            ("link", "output_error"),
            ("pipe", "output_error"),
            ("folder", "output_error"),
            ("nothing", "output_error"),
            ("crash", "internal_error"),
            ("exit1", "internal_error"),
            ("exit2", "internal_error"),
            ("exit3", "missing_workflow"),
            ("exit4", "missing_settings"),
            ("exit5", "invalid_xml"),
            ("exit6", "unsupported"),
            ("exit7", "invalid_archive"),
            ("exit8", "output_error"),
            ("exit42", "internal_error"),
        ];
        var data = new TheoryData<string, string, string>();
        foreach (var (name, code) in cases)
        {
            data.Add("bwrap", name, code);
            data.Add("rlimits", name, code);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Misbehaviour))]
    public async Task A_converter_that_misbehaves_ends_with_its_code(
        string isolation,
        string name,
        string code
    )
    {
        var service = await services.InAsync(isolation);
        var unique = $"{name}-{Guid.NewGuid():N}";
        var job = await service.EndOfAsync(await service.SubmitAsync($"{unique}.zip"));
        job.Text("status").ShouldBe("FAILED");
        job.Text("error_code").ShouldBe(code, await service.LogAsync(job.Text("id")));
        job.Text("error_message").ShouldEndWith(".");
        job.GetProperty("attempts").GetInt32().ShouldBe(1);
        ProcessesNamed($"--name={unique}").ShouldBeEmpty();

        var next = await service.EndOfAsync(await service.SubmitAsync("next.zip"));
        next.Text("status").ShouldBe("SUCCEEDED");
    }

    [Theory]
    [InlineData("network")]
    [InlineData("write-outside")]
    [InlineData("read-outside")]
    [InlineData("processes")]
    public async Task Bubblewrap_shows_no_network_no_files_and_no_processes_of_the_machine(
        string name
    )
    {
        var service = await services.InAsync("bwrap");
        var job = await service.EndOfAsync(await service.SubmitAsync($"{name}.zip"));
        job.Text("status").ShouldBe("SUCCEEDED", await service.LogAsync(job.Text("id")));
    }

    [Theory]
    [InlineData("bwrap")]
    [InlineData("rlimits")]
    public async Task Nothing_outlives_a_run(string isolation)
    {
        var service = await services.InAsync(isolation);
        var unique = $"leftover-{Guid.NewGuid():N}";
        var job = await service.EndOfAsync(await service.SubmitAsync($"{unique}.zip"));
        job.Text("status").ShouldBe("SUCCEEDED");
        ProcessesNamed(unique).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("bwrap")]
    [InlineData("rlimits")]
    public async Task The_environment_of_the_service_stays_outside(string isolation)
    {
        Environment.SetEnvironmentVariable("K2P_TEST_SECRET", "hunter2");
        var service = await services.InAsync(isolation);
        var job = await service.EndOfAsync(await service.SubmitAsync("environment.zip"));
        var log = await service.LogAsync(job.Text("id"));
        log.ShouldContain("LANG=C.UTF-8");
        log.ShouldNotContain("K2P_TEST_SECRET");
        log.ShouldNotContain("HOME=");
    }

    [Fact]
    public async Task Scratch_folders_are_gone_after_the_run()
    {
        var service = await services.InAsync("bwrap");
        await service.EndOfAsync(await service.SubmitAsync("demo.zip"));
        await service.EndOfAsync(await service.SubmitAsync("big-file.zip"));
        // The folder is removed before the slot takes the next job.
        await service.EndOfAsync(await service.SubmitAsync("demo.zip"));
        await Task.Delay(200);
        Directory
            .EnumerateDirectories(Path.Combine(service.Root, "scratch"))
            .SelectMany(Directory.EnumerateDirectories)
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task Options_and_name_reach_the_converter_as_its_contract_says()
    {
        var service = await services.InAsync("bwrap");
        using var response = await service.PostAsync(
            TestBundle.Good,
            "arguments of Änne.knwf",
            fields: [("workbook", "py"), ("graph", "json"), ("strict", "true")]
        );
        var job = await service.EndOfAsync((await response.JsonAsync()).Text("id"));
        // Paths of the server are taken out of what is shown.
        (await service.LogAsync(job.Text("id"))).ShouldBe(
            "--in-zip /bundle.zip --out  --name=arguments of Änne --workbook py --graph json --strict"
        );
    }

    [Fact]
    public async Task The_converters_own_sentence_is_shown()
    {
        var service = await services.InAsync("bwrap");
        var job = await service.EndOfAsync(await service.SubmitAsync("unsupported.zip"));
        job.Text("error_code").ShouldBe("unsupported");
        job.Text("error_message").ShouldBe("A node cannot be converted. [a]");
        job.GetProperty("totals").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Secrets_and_server_paths_do_not_reach_the_log()
    {
        var service = await services.InAsync("rlimits");
        var job = await service.EndOfAsync(await service.SubmitAsync("secrets.zip"));
        var log = await service.LogAsync(job.Text("id"));
        log.ShouldContain("K2P1009");
        log.ShouldNotContain("hunter");
        log.ShouldNotContain(service.Root);
    }

    [Fact]
    public async Task A_killed_sandbox_is_tried_again()
    {
        var service = await services.InAsync("bwrap");
        var unique = $"slow-{Guid.NewGuid():N}";
        var id = await service.SubmitAsync($"{unique}.zip");
        await service.RunningAsync(id);
        await KillAsync(unique);
        var job = await service.EndOfAsync(id);
        job.Text("status").ShouldBe("SUCCEEDED");
        job.GetProperty("attempts").GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task A_sandbox_that_is_killed_every_time_is_given_up()
    {
        await using var service = await Service.StartAsync("--Jobs:MaxAttempts=2");
        var unique = $"forever-{Guid.NewGuid():N}";
        var id = await service.SubmitAsync($"{unique}.zip");
        await KillAsync(unique);
        await KillAsync(unique);
        var job = await service.EndOfAsync(id);
        job.Text("status").ShouldBe("FAILED");
        job.Text("error_code").ShouldBe("gave_up");
        job.GetProperty("attempts").GetInt32().ShouldBe(2);
    }

    internal static List<int> ProcessesNamed(string text)
    {
        var found = new List<int>();
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            try
            {
                if (
                    int.TryParse(Path.GetFileName(folder), out var id)
                    && id != Environment.ProcessId
                    && File.ReadAllText($"{folder}/cmdline")
                        .Contains(text, StringComparison.Ordinal)
                    && !File.ReadAllText($"{folder}/stat")
                        .Contains(") Z ", StringComparison.Ordinal)
                )
                {
                    found.Add(id);
                }
            }
            catch (IOException)
            {
                // It ended.
            }
        }

        return found;
    }

    private static async Task KillAsync(string unique)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        List<int> processes;
        while ((processes = ProcessesNamed($"--name={unique}")).Count < 3)
        {
            await Task.Delay(20, limit.Token);
        }

        processes.ForEach(id => _ = K2P.Web.Sandbox.Native.Signal(id, K2P.Web.Sandbox.Native.Kill));
        while (ProcessesNamed($"--name={unique}").Intersect(processes).Any())
        {
            await Task.Delay(20, limit.Token);
        }
    }
}

/// <summary>A service with small limits for each isolation.</summary>
public sealed class SandboxServices : IAsyncDisposable
{
    private readonly Dictionary<string, Service> services = [];

    internal async Task<Service> InAsync(string isolation)
    {
        if (isolation == "bwrap")
        {
            Needs.Bwrap();
        }

        if (!services.TryGetValue(isolation, out var service))
        {
            string[] weak = isolation == "rlimits" ? ["--Sandbox:AllowWithoutBwrap=true"] : [];
            service = await Service.StartAsync([
                .. SharedService.SmallLimits,
                $"--Sandbox:Isolation={isolation}",
                .. weak,
            ]);
            services.Add(isolation, service);
        }

        return service;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var service in services.Values)
        {
            await service.DisposeAsync();
        }
    }
}

using K2P.Web.Tests.Support;

namespace K2P.Web.Tests;

/// <summary>A wrong setting stops the start, and the message names it.</summary>
public sealed class SettingsTests
{
    [Theory]
    [InlineData("--Sandbox:MemoryMiB=1", "Sandbox:MemoryMiB")]
    [InlineData("--Jobs:MaxQueued=0", "Jobs:MaxQueued")]
    [InlineData("--Jobs:MaxQueued=many", "Jobs:MaxQueued")]
    [InlineData("--Jobs:MaxQueud=5", "MaxQueud")]
    [InlineData("--Upload:MaxMiB=-1", "Upload:MaxMiB")]
    [InlineData("--Converter:Path=nowhere/k2p", "Converter:Path")]
    [InlineData("--Converter:Path=", "Converter:Path")]
    [InlineData("--Sandbox:Isolation=rlimits", "Sandbox:AllowWithoutBwrap")]
    [InlineData("--Sandbox:Isolation=none", "Sandbox:Isolation")]
    [InlineData("--Database:MigrateAtStart=false", "Database:MigrateAtStart")]
    [InlineData("--Database:Kind=oracle", "Database:Kind")]
    [InlineData("--Database:Kind=postgres", "Database:ConnectionString")]
    [InlineData("--Blobs:Kind=s3", "Blobs:Bucket")]
    public async Task A_wrong_setting_is_named(string setting, string named)
    {
        var (exit, errors) = await RunAsync(setting);
        exit.ShouldBe(1, errors);
        errors.ShouldContain(named);
        errors.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Roles_without_any_role_are_refused()
    {
        var (exit, errors) = await RunAsync("--Roles:Api=false", "--Roles:Worker=false");
        exit.ShouldBe(1);
        errors.ShouldContain("Roles:Api");
    }

    [Fact]
    public async Task Migrating_makes_the_database_and_ends()
    {
        var root = Service.NewRoot();
        using var process = ServiceProcess.Run(root, "migrate");
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0);
        File.Exists(Path.Combine(root, "k2p.db")).ShouldBeTrue();
        Directory.Delete(root, recursive: true);
    }

    [Fact]
    public async Task Replicas_that_migrate_at_once_take_turns()
    {
        await using var database = await TestDatabase.PostgresAsync();
        var root = Service.NewRoot();
        var replicas = Enumerable
            .Range(0, 3)
            .Select(_ => ServiceProcess.Run(root, ["migrate", .. database.Settings]))
            .ToList();
        foreach (var replica in replicas)
        {
            await replica.WaitForExitAsync();
            replica.ExitCode.ShouldBe(0);
            replica.Dispose();
        }

        Directory.Delete(root, recursive: true);
    }

    private static async Task<(int Exit, string Errors)> RunAsync(params string[] settings)
    {
        var root = Service.NewRoot();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var process = ServiceProcess.Run(
            root,
            [
                "--urls=http://127.0.0.1:0",
                "--Logging:LogLevel:Default=None",
                "--Logging:LogLevel:Microsoft=None",
                .. settings,
            ]
        );
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var errors = await process.StandardError.ReadToEndAsync(limit.Token);
            await output;
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, errors);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }

            Directory.Delete(root, recursive: true);
        }
    }
}

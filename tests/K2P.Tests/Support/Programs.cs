namespace K2P.Tests.Support;

/// <summary>
/// The converter's program, and the parts of the machine that some tests run it with. A part that is not there skips the
/// test with its reason; the gate counts skips as failures in CI.
/// </summary>
internal static class Programs
{
    private static readonly Lazy<string?> DockerDaemon = new(() => Complaint("docker", "version"));

    /// <summary>The program as it was built together with the tests: it is never older than they are.</summary>
    public static string Built { get; } =
        Path.GetFullPath(
            Path.Join(
                AppContext.BaseDirectory,
                "..",
                "..",
                "K2P.Cli",
                Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)),
                "K2P.Cli"
            )
        );

    /// <summary>The native program, as users get it.</summary>
    public static string Native()
    {
        var program = Path.Join(Repository.Root, "bin", "k2p");
        Assert.SkipUnless(File.Exists(program), $"{program} is not there: make k2p");
        return program;
    }

    /// <summary>A Docker client whose daemon answers.</summary>
    public static string Docker()
    {
        Assert.SkipUnless(
            DockerDaemon.Value is null,
            $"no Docker daemon answers (scripts/docker start): {DockerDaemon.Value}"
        );
        return "docker";
    }

    /// <summary>Null when the command works, else the last line that it complained with.</summary>
    private static string? Complaint(string program, params string[] arguments)
    {
        try
        {
            var run = Run.Start(program, arguments).GetAwaiter().GetResult();
            return run.ExitCode == 0 ? null : run.LastError;
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            return missing.Message;
        }
    }
}

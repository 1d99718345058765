using CliWrap;
using CliWrap.Buffered;

namespace K2P.Tests;

/// <summary>
/// The parts of the machine that some tests need. A part that is not there skips the test with its reason;
/// the gate counts skips as failures in CI.
/// </summary>
internal static class Parts
{
    private static readonly Lazy<string> ScientificPython = new(() =>
        Complaint("/usr/bin/python3", "-c", "import pandas, nbformat, nbclient, ipykernel")
    );

    private static readonly Lazy<string> DockerDaemon = new(() => Complaint("docker", "version"));

    private static readonly Lazy<string> BubbleWrap = new(() =>
        Complaint(
            "bwrap",
            "--ro-bind",
            "/",
            "/",
            "--unshare-all",
            "--uid",
            "4711",
            "--",
            "/bin/true"
        )
    );

    /// <summary>The root of the repository.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>True when `make accept` asks for expected files to be rewritten.</summary>
    public static bool Accepting => Environment.GetEnvironmentVariable("K2P_ACCEPT") == "1";

    /// <summary>The converter as users get it.</summary>
    public static string Program()
    {
        var program =
            Environment.GetEnvironmentVariable("K2P_PROGRAM") ?? Path.Combine(Root, "bin", "k2p");
        Assert.SkipUnless(File.Exists(program), $"{program} is not there: make k2p");
        return program;
    }

    /// <summary>A Python with pandas and what runs notebooks.</summary>
    public static string Python()
    {
        Assert.SkipUnless(
            ScientificPython.Value.Length == 0,
            $"/usr/bin/python3 lacks what generated scripts need (make setup): {ScientificPython.Value}"
        );
        return "/usr/bin/python3";
    }

    /// <summary>A Docker client whose daemon answers.</summary>
    public static string Docker()
    {
        Assert.SkipUnless(
            DockerDaemon.Value.Length == 0,
            $"no Docker daemon answers (scripts/docker start): {DockerDaemon.Value}"
        );
        return "docker";
    }

    /// <summary>A bubblewrap that can make name spaces here.</summary>
    public static string Bubblewrap()
    {
        Assert.SkipUnless(
            BubbleWrap.Value.Length == 0,
            $"bwrap cannot make name spaces: {BubbleWrap.Value}"
        );
        return "bwrap";
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "K2P.slnx")))
        {
            folder =
                folder.Parent
                ?? throw new InvalidOperationException("K2P.slnx is in no parent folder");
        }

        return folder.FullName;
    }

    /// <summary>Empty when the command works, else the last line it complained with.</summary>
    private static string Complaint(string command, params string[] arguments)
    {
        try
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
            var result = Cli.Wrap(command)
                .WithArguments(arguments)
                .WithValidation(CommandResultValidation.None)
                .ExecuteBufferedAsync(patience.Token)
                .Task.GetAwaiter()
                .GetResult();
            return result.ExitCode == 0 ? "" : result.StandardError.TrimEnd().Split('\n')[^1];
        }
        catch (Exception failure)
            when (failure is System.ComponentModel.Win32Exception or OperationCanceledException)
        {
            return failure.Message;
        }
    }
}

namespace K2P.Web.Sandbox;

/// <summary>Runs the converter, which reads hostile files, where it can do no harm.</summary>
internal interface ISandbox
{
    /// <summary>What it is made of, as a job's row names it.</summary>
    string Kind { get; }

    /// <summary>Proves that the sandbox works by asking the converter for its version; fails with what to change.</summary>
    Task<string> StartAsync(string inputFolder, string outputFolder, CancellationToken cancel);

    /// <summary>Runs once; cancelling kills every process of the run.</summary>
    Task<SandboxResult> RunAsync(SandboxRun run, CancellationToken cancel);
}

/// <summary>One run: a folder it reads, a folder it writes, and arguments that name them as the converter sees them.</summary>
internal sealed record SandboxRun(
    string InputFolder,
    string OutputFolder,
    Func<SandboxPaths, IReadOnlyList<string>> Arguments
);

/// <summary>Where the two folders are, seen from inside.</summary>
internal sealed record SandboxPaths(string Input, string Output);

/// <summary>How a run ended: the converter's exit code, or the limit that the sandbox enforced.</summary>
internal sealed record SandboxResult(int ExitCode, SandboxStop? Stop, string Stdout, string Stderr);

/// <summary>Why the sandbox ended or refused a run.</summary>
/// <param name="Code">One of the service's job codes.</param>
/// <param name="Message">A public sentence.</param>
/// <param name="IsOurFault">Trying again may help.</param>
internal sealed record SandboxStop(string Code, string Message, bool IsOurFault = false)
{
    public static SandboxStop Timeout(double seconds) =>
        new(
            "timeout",
            $"The conversion took longer than {seconds:0.#} seconds. Split the workflow into smaller ones."
        );

    public static SandboxStop OutOfMemory(long mebibytes) =>
        new(
            "out_of_memory",
            $"The conversion needed more than {mebibytes} MiB of memory. Split the workflow."
        );

    public static SandboxStop OutputTooLarge { get; } =
        new(
            "output_too_large",
            "The conversion wrote more than it may. Split the workflow into smaller ones."
        );

    public static SandboxStop TooManyProcesses { get; } =
        new("too_many_processes", "The conversion started more processes than it may.");

    public static SandboxStop Failed(string message) =>
        new("sandbox_failed", message, IsOurFault: true);
}

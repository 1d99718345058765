using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using Microsoft.Extensions.Options;

namespace K2P.Web.Sandbox;

/// <summary>
/// The embedded sandbox: a child process with hard limits, inside bubblewrap where that works.
/// Decision 0006 says what it does and does not keep out.
/// </summary>
internal sealed partial class ProcessSandbox(
    IOptions<SandboxOptions> options,
    IOptions<ConverterOptions> converterOptions,
    IHostEnvironment environment,
    TimeProvider time,
    ILogger<ProcessSandbox> logger
) : ISandbox, IDisposable
{
    private const int UidsPerProcess = 64;

    // How many glibc and .NET say that memory ended, when the limit and not the watch stopped them.
    private static readonly string[] MemoryWords =
    [
        "out of memory",
        "OutOfMemory",
        "MemoryError",
        "Cannot allocate memory",
        "memory exhausted",
    ];

    // How shells and .NET say that the kernel refused a process, which is faster than the watch.
    private static readonly string[] ProcessWords =
    [
        "Cannot fork",
        "fork: retry",
        "Resource temporarily unavailable",
    ];

    private readonly SandboxOptions limits = options.Value;
    private readonly ConverterOptions converter = converterOptions.Value;
    private readonly ProcessLauncher launcher = new();
    private readonly ConcurrentQueue<uint> freeUids = new(Uids(options.Value.FirstUid));
    private SandboxCommand? command;

    public string Kind { get; private set; } = "process";

    public async Task<string> StartAsync(
        string inputFolder,
        string outputFolder,
        CancellationToken cancel
    )
    {
        var probe = new SandboxRun(inputFolder, outputFolder, _ => ["--version"]);
        if (!File.Exists(converter.FullPath))
        {
            throw new InvalidOperationException(
                $"Converter:Path names {converter.FullPath}, and there is no such file. Build it with `make k2p`, or set Converter:Path."
            );
        }

        string? reason = null;
        if (limits.Isolation is not Isolation.Rlimits)
        {
            (var version, reason) = await ProbeAsync(probe, bwrap: true, cancel);
            if (version is not null)
            {
                return version;
            }

            if (limits.Isolation is Isolation.Bwrap)
            {
                throw new InvalidOperationException(
                    $"Sandbox:Isolation is bwrap, and it does not work here: {reason}"
                );
            }
        }

        if (environment.IsProduction() && !limits.AllowWithoutBwrap)
        {
            throw new InvalidOperationException(
                $"Production needs bubblewrap ({reason ?? "Sandbox:Isolation is rlimits"}). Install it, or set Sandbox:AllowWithoutBwrap to true."
            );
        }

        (var weakVersion, var failure) = await ProbeAsync(probe, bwrap: false, cancel);
        if (weakVersion is null)
        {
            throw new InvalidOperationException(
                $"The converter does not run: {failure} Check Converter:Path, and that other users may reach it and Storage:Root."
            );
        }

        Log.Degraded(logger, reason ?? "Sandbox:Isolation is rlimits");
        return weakVersion;
    }

    public async Task<SandboxResult> RunAsync(SandboxRun run, CancellationToken cancel)
    {
        var shell = command ?? throw new InvalidOperationException("The sandbox was not started.");
        uint? user = null;
        if (Native.IsRoot)
        {
            user = freeUids.TryDequeue(out var free)
                ? free
                : throw new InvalidOperationException(
                    $"More than {UidsPerProcess} runs at a time; lower Jobs:Slots."
                );
        }

        try
        {
            return await RunAsUserAsync(shell, run, user, cancel);
        }
        finally
        {
            if (user is { } used)
            {
                freeUids.Enqueue(used);
            }
        }
    }

    public void Dispose() => launcher.Dispose();

    private static IEnumerable<uint> Uids(int first)
    {
        // Different processes take different users, because process counts and leftovers are told apart by user.
        var start = first + (Environment.ProcessId % 512 * UidsPerProcess);
        return Enumerable.Range(start, UidsPerProcess).Select(uid => (uint)uid);
    }

    private async Task<(string? Version, string? Reason)> ProbeAsync(
        SandboxRun probe,
        bool bwrap,
        CancellationToken cancel
    )
    {
        command = new SandboxCommand(limits, converter.FullPath, bwrap);
        Kind = bwrap ? "process-bwrap" : "process-rlimits";
        try
        {
            var result = await RunAsync(probe, cancel);
            var version = result.Stdout.Trim();
            return result is { ExitCode: 0, Stop: null } && version.Length is > 0 and <= 100
                ? (version, null)
                : (
                    null,
                    $"exit code {result.ExitCode}: {LastLine(result.Stderr)} {result.Stop?.Message}".TrimEnd()
                );
        }
        catch (Win32Exception exception)
        {
            return (null, exception.Message);
        }
    }

    private async Task<SandboxResult> RunAsUserAsync(
        SandboxCommand shell,
        SandboxRun run,
        uint? user,
        CancellationToken cancel
    )
    {
        if (user is { } owner)
        {
            GiveFolders(run, owner);
        }

        var arguments = shell.Build(run, user).ToList();
        using var process = await launcher.StartAsync(Describe(shell, run, arguments));
        var id = process.Id;
        var watch = new RunWatch(
            limits,
            run.OutputFolder,
            shell.Overhead,
            shell.HasNamespace
                ? () => ProcessTree.MeasureTree(id, (2 * limits.MaxProcesses) + shell.Overhead)
                : () => ProcessTree.MeasureSession(id),
            () => KillGroup(id)
        );
        process.StandardInput.Close();
        using var ended = new CancellationTokenSource();
        using var drained = new CancellationTokenSource();
        var stdout = new OutputTail(limits.LogBytes, () => watch.End(SandboxStop.OutputTooLarge));
        var stderr = new OutputTail(limits.LogBytes, () => watch.End(SandboxStop.OutputTooLarge));
        var reading = Task.WhenAll(
            stdout.ReadAsync(process.StandardOutput.BaseStream, drained.Token),
            stderr.ReadAsync(process.StandardError.BaseStream, drained.Token)
        );
        var watching = watch.WatchAsync(time, ended.Token);
        try
        {
            await process.WaitForExitAsync(cancel);
        }
        catch (OperationCanceledException)
        {
            KillGroup(id);
            await process.WaitForExitAsync(CancellationToken.None);
            throw;
        }
        finally
        {
            await ended.CancelAsync();
            await watching;
            if (!shell.HasNamespace)
            {
                // Here nothing ends together with the first process.
                ProcessTree.KillLeftovers(id, user);
            }

            drained.CancelAfter(TimeSpan.FromSeconds(2));
            await reading;
        }

        var exit = process.ExitCode;
        var errors = stderr.ToString();
        if (exit != 0 && IsWrapper(errors))
        {
            Log.WrapperFailed(logger, LastLine(errors));
        }

        var stop = RefusedProcesses(exit, errors, watch) ?? watch.Stop;
        stop ??= Explain(exit, errors, watch) ?? watch.Output();
        return new SandboxResult(exit, stop, stdout.ToString(), errors);
    }

    /// <summary>Both folders belong to the run's user and are closed to every other one, whatever the umask.</summary>
    private static void GiveFolders(SandboxRun run, uint owner)
    {
        string[] paths =
        [
            run.InputFolder,
            .. Directory.EnumerateFiles(run.InputFolder),
            run.OutputFolder,
        ];
        if (paths.Any(path => Native.ChangeOwner(path, owner, owner) != 0))
        {
            throw new IOException("The folders of the run cannot be given to the sandbox's user.");
        }
    }

    private ProcessStartInfo Describe(SandboxCommand shell, SandboxRun run, List<string> arguments)
    {
        var info = new ProcessStartInfo(arguments[0], arguments.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = run.OutputFolder,
        };
        info.Environment.Clear();
        info.Environment["PATH"] = "/usr/local/bin:/usr/bin:/bin";
        info.Environment["LANG"] = "C.UTF-8";
        info.Environment["TMPDIR"] = shell.TemporaryFolder(run);
        // A .NET converter then collects garbage before the kernel refuses it memory.
        info.Environment["DOTNET_GCHeapHardLimit"] = (limits.MemoryBytes / 4 * 3).ToString("X");
        return info;
    }

    /// <summary>
    /// A burst of processes may end between two looks of the watch; what then idles until its time is over
    /// was ended by the process limit all the same.
    /// </summary>
    private static SandboxStop? RefusedProcesses(int exit, string errors, RunWatch watch) =>
        exit != 0 && watch.Stop is null or { Code: "timeout" } && ProcessWords.Any(errors.Contains)
            ? SandboxStop.TooManyProcesses
            : null;

    /// <summary>What a failed exit says about limits that the kernel enforced by itself.</summary>
    private SandboxStop? Explain(int exit, string errors, RunWatch watch)
    {
        const int CpuTime = 128 + 24;
        const int FileSize = 128 + 25;
        return exit switch
        {
            0 => null,
            CpuTime => SandboxStop.Timeout(limits.CpuSeconds),
            FileSize => SandboxStop.OutputTooLarge,
            _ when IsWrapper(errors) => SandboxStop.Failed("The sandbox could not be set up."),
            _ when watch.PeakResidentBytes > limits.MemoryBytes / 2
                    || MemoryWords.Any(errors.Contains) => SandboxStop.OutOfMemory(
                limits.MemoryMiB
            ),
            // Nobody here killed it: the machine ran out of something, and may recover.
            128 + Native.Kill => SandboxStop.Failed("The conversion was killed from outside."),
            _ => null,
        };
    }

    /// <summary>In its first moments the process has no group of its own yet, and is alone.</summary>
    private static void KillGroup(int process)
    {
        if (Native.Signal(-process, Native.Kill) != 0)
        {
            _ = Native.Signal(process, Native.Kill);
        }
    }

    private static bool IsWrapper(string errors) =>
        SandboxCommand.Tools.Any(tool =>
            LastLine(errors).StartsWith($"{tool}: ", StringComparison.Ordinal)
        );

    private static string LastLine(string text) => text.TrimEnd().Split('\n')[^1];

    private static partial class Log
    {
        [LoggerMessage(
            1,
            LogLevel.Warning,
            "Conversions run with resource limits only, network and files stay open to them: {Reason}"
        )]
        public static partial void Degraded(ILogger logger, string reason);

        [LoggerMessage(2, LogLevel.Error, "The sandbox could not be set up: {Reason}")]
        public static partial void WrapperFailed(ILogger logger, string reason);
    }
}

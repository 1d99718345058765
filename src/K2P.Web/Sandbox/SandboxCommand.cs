using System.Globalization;

namespace K2P.Web.Sandbox;

/// <summary>Builds the command line that shuts a converter in, from standard tools, outermost first.</summary>
internal sealed class SandboxCommand(SandboxOptions limits, string converter, bool bwrap)
{
    private static readonly string[] RootFolders =
    [
        "bin",
        "sbin",
        "lib",
        "lib32",
        "lib64",
        "libx32",
    ];

    /// <summary>The wrappers whose messages on stderr are ours, not the converter's.</summary>
    public static IReadOnlyList<string> Tools { get; } = ["bwrap", "setpriv", "prlimit", "setsid"];

    /// <summary>Whether the run has process ids of its own, so that it ends as a whole.</summary>
    public bool HasNamespace => bwrap;

    /// <summary>Processes of the wrappers themselves that stay while the converter runs.</summary>
    public int Overhead => bwrap ? 2 : 0;

    public SandboxPaths Paths(SandboxRun run) =>
        bwrap
            ? new SandboxPaths("/job/in", "/job/out")
            : new SandboxPaths(run.InputFolder, run.OutputFolder);

    public string TemporaryFolder(SandboxRun run) => bwrap ? "/tmp" : run.OutputFolder;

    /// <param name="run">What to run.</param>
    /// <param name="user">The user to become; null when the service is not root and keeps its own.</param>
    public IEnumerable<string> Build(SandboxRun run, uint? user) =>
        [
            // A session of its own: the group can be killed as one.
            "setsid",
            .. bwrap ? Bwrap(run, user) : [],
            .. user is { } id ? Setpriv(id) : [],
            .. Prlimit(user),
            bwrap ? "/k2p/k2p" : converter,
            .. run.Arguments(Paths(run)),
        ];

    private IEnumerable<string> Bwrap(SandboxRun run, uint? user) =>
        [
            "bwrap",
            "--die-with-parent",
            "--new-session",
            "--unshare-pid",
            "--unshare-net",
            "--unshare-ipc",
            "--unshare-uts",
            "--unshare-cgroup-try",
            // As root the mounts need no user namespace, and setpriv then leaves root for good.
            .. user is null
                ? (string[])["--unshare-user", "--cap-drop", "ALL"]
                :
                [
                    "--cap-drop",
                    "ALL",
                    "--cap-add",
                    "CAP_SETUID",
                    "--cap-add",
                    "CAP_SETGID",
                    "--cap-add",
                    "CAP_SETPCAP",
                ],
            .. SystemFolders(),
            "--proc",
            "/proc",
            "--dev",
            "/dev",
            "--remount-ro",
            "/dev",
            "--perms",
            "1777",
            "--size",
            Text(limits.TemporaryMiB * 1024L * 1024),
            "--tmpfs",
            "/tmp",
            // Parents that bubblewrap makes by itself are closed to the user that setpriv becomes.
            "--perms",
            "0755",
            "--dir",
            "/k2p",
            "--perms",
            "0755",
            "--dir",
            "/job",
            "--ro-bind",
            converter,
            "/k2p/k2p",
            "--ro-bind",
            run.InputFolder,
            "/job/in",
            "--bind",
            run.OutputFolder,
            "/job/out",
            "--chdir",
            "/job",
            "--remount-ro",
            "/",
            "--",
        ];

    /// <summary>Programs and libraries, as the machine lays them out; nothing of /etc, /home, /root or /var.</summary>
    private static IEnumerable<string> SystemFolders()
    {
        List<string> arguments =
        [
            "--ro-bind",
            "/usr",
            "/usr",
            "--perms",
            "0755",
            "--dir",
            "/etc",
            "--ro-bind-try",
            "/etc/ld.so.cache",
            "/etc/ld.so.cache",
        ];
        foreach (var path in RootFolders.Select(name => $"/{name}").Where(Directory.Exists))
        {
            var target = new DirectoryInfo(path).LinkTarget;
            arguments.AddRange(
                target is null ? ["--ro-bind", path, path] : ["--symlink", target, path]
            );
        }

        return arguments;
    }

    private static IEnumerable<string> Setpriv(uint user) =>
        [
            "setpriv",
            $"--reuid={user}",
            $"--regid={user}",
            "--clear-groups",
            "--no-new-privs",
            "--inh-caps=-all",
            "--bounding-set=-all",
            "--pdeathsig=KILL",
            "--",
        ];

    private IEnumerable<string> Prlimit(uint? user) =>
        [
            "prlimit",
            // Private writable memory; address space would also count what a garbage collector only reserves.
            $"--data={Text(limits.MemoryBytes)}",
            $"--cpu={limits.CpuSeconds}:{limits.CpuSeconds + 1}",
            $"--fsize={Text(limits.OutputBytes)}",
            "--core=0",
            "--nofile=256",
            // Twice the limit: the watch ends a run that passes the limit, the kernel one that is faster than the watch.
            // Counted per user: without a user or namespace of its own it would count the service too.
            .. bwrap || user is not null
                ? [$"--nproc={2 * limits.MaxProcesses}"]
                : Array.Empty<string>(),
            "--",
        ];

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}

using K2P.Web.Configuration;

namespace K2P.Web.Sandbox;

/// <summary>What shuts a process sandbox off.</summary>
internal enum Isolation
{
    /// <summary>The strongest that works on this machine.</summary>
    Auto,

    /// <summary>bubblewrap: own namespaces, no network, read-only files.</summary>
    Bwrap,

    /// <summary>Resource limits and an empty environment only.</summary>
    Rlimits,
}

/// <summary>What one conversion may use.</summary>
internal sealed class SandboxOptions : IOptionsSection
{
    public static string Section => "Sandbox";

    /// <summary>auto, bwrap or rlimits.</summary>
    public Isolation Isolation { get; set; }

    /// <summary>Permits Production to run without bubblewrap, whose absence leaves network and files open to the converter.</summary>
    public bool AllowWithoutBwrap { get; set; }

    /// <summary>Time by the clock; then the whole process group is killed.</summary>
    public double WallSeconds { get; set; } = 60;

    /// <summary>Processor time of one process.</summary>
    public int CpuSeconds { get; set; } = 60;

    /// <summary>Memory of all processes of one conversion together.</summary>
    public int MemoryMiB { get; set; } = 512;

    /// <summary>Processes and threads together.</summary>
    public int MaxProcesses { get; set; } = 64;

    /// <summary>All files of a result together.</summary>
    public int MaxOutputMiB { get; set; } = 256;

    /// <summary>Files of a result.</summary>
    public int MaxOutputFiles { get; set; } = 2000;

    /// <summary>What the converter may write to stdout or stderr.</summary>
    public int MaxLogMiB { get; set; } = 8;

    /// <summary>The size of the converter's own /tmp.</summary>
    public int TemporaryMiB { get; set; } = 64;

    /// <summary>The first of the numeric users that converters run as when the service runs as root.</summary>
    public int FirstUid { get; set; } = 30_000;

    public long MemoryBytes => MemoryMiB * 1024L * 1024;

    public long OutputBytes => MaxOutputMiB * 1024L * 1024;

    public long LogBytes => MaxLogMiB * 1024L * 1024;

    public IEnumerable<string> Faults() =>
        [
            .. OptionsSectionRegistration.InRange("Sandbox:WallSeconds", WallSeconds, 0.1, 3600),
            .. OptionsSectionRegistration.InRange("Sandbox:CpuSeconds", CpuSeconds, 1, 3600),
            .. OptionsSectionRegistration.InRange("Sandbox:MemoryMiB", MemoryMiB, 32, 65_536),
            .. OptionsSectionRegistration.InRange("Sandbox:MaxProcesses", MaxProcesses, 8, 4096),
            .. OptionsSectionRegistration.InRange("Sandbox:MaxOutputMiB", MaxOutputMiB, 1, 65_536),
            .. OptionsSectionRegistration.InRange(
                "Sandbox:MaxOutputFiles",
                MaxOutputFiles,
                1,
                100_000
            ),
            .. OptionsSectionRegistration.InRange("Sandbox:MaxLogMiB", MaxLogMiB, 1, 1024),
            .. OptionsSectionRegistration.InRange("Sandbox:TemporaryMiB", TemporaryMiB, 1, 65_536),
            .. OptionsSectionRegistration.InRange(
                "Sandbox:FirstUid",
                FirstUid,
                1000,
                2_000_000_000
            ),
        ];
}

/// <summary>The executable that keeps the converter's contract.</summary>
internal sealed class ConverterOptions : IOptionsSection
{
    public static string Section => "Converter";

    /// <summary>The path of <c>k2p</c>, relative to the working directory.</summary>
    public string Path { get; set; } = "bin/k2p";

    public string FullPath => System.IO.Path.GetFullPath(Path);

    public IEnumerable<string> Faults()
    {
        if (string.IsNullOrWhiteSpace(Path))
        {
            yield return "Converter:Path is empty; name the k2p executable.";
        }
    }
}

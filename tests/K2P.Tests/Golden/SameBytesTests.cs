using K2P.Tests.Support;

namespace K2P.Tests.Golden;

/// <summary>The same input gives the same bytes, whatever is around the program.</summary>
public sealed class SameBytesTests : IDisposable
{
    private readonly Scratch scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public async Task Folder_clock_language_home_and_rights_change_nothing()
    {
        var here = await Convert(GoldenWorkflow.Folder, "here");
        var copy = scratch.Copy(GoldenWorkflow.Folder, "some where/else/Order report");
        MakeReadOnly(copy);
        var there = await Convert(
            copy,
            "there",
            new Dictionary<string, string?>
            {
                ["TZ"] = "Asia/Kathmandu",
                ["LANG"] = "de_DE.ISO-8859-1",
                ["LC_ALL"] = "tr_TR.UTF-8",
                ["HOME"] = null,
                ["TMPDIR"] = scratch.Folder("tmp"),
            }
        );
        OutputFolder.ShouldBeTheSame(there, here);
        Directory.EnumerateFileSystemEntries(scratch.At("tmp")).ShouldBeEmpty();
        OutputFolder.ShouldBeTheSame(
            OutputFolder.Read(copy),
            OutputFolder.Read(GoldenWorkflow.Folder)
        );
    }

    [Fact]
    public async Task A_second_run_writes_the_same_over_the_first()
    {
        var first = await Convert(GoldenWorkflow.Folder, "out");
        var second = await Convert(GoldenWorkflow.Folder, "out");
        OutputFolder.ShouldBeTheSame(second, first);
    }

    private async Task<SortedDictionary<string, byte[]>> Convert(
        string input,
        string name,
        IReadOnlyDictionary<string, string?>? environment = null
    )
    {
        var run = await Run.Start(
            Programs.Built,
            [input, "--out", scratch.At(name)],
            scratch.Folder("cwd " + name),
            environment
        );
        run.ExitCode.ShouldBe(0, run.Errors);
        Directory.EnumerateFileSystemEntries(scratch.At("cwd " + name)).ShouldBeEmpty();
        return OutputFolder.Read(scratch.At(name));
    }

    private static void MakeReadOnly(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead);
        }
    }
}

using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using K2P.Bundles;
using K2P.Tests.Support;

namespace K2P.Tests.Bundles;

/// <summary>One small file per rule of what an upload may be, each with the exact code that it must get from the service's check and from the program.</summary>
public sealed class HostileFileTests : IDisposable
{
    private static readonly HostileCase[] Cases = [.. ZipCases.All, .. XmlCases.All];
    private readonly Scratch scratch = new();

    public static TheoryData<string> Names => [.. Cases.Select(each => each.Name)];

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void The_table_of_hostile_files_is_the_one_in_the_repository()
    {
        var text = new StringBuilder(
            """
            # Hostile files

            What becomes of each file that the tests write (`tests/K2P.Tests/Bundles`): the code with which the service refuses it, and the
            exit code of `k2p`. Generated from the tests: `K2P_ACCEPT=1` writes it.

            | file | service | `k2p` |
            |---|---|---|

            """
        );
        foreach (var each in Cases)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {each.Name} | {each.Code} | {each.Exit} |\n"
            );
        }

        var path = Path.Join(Repository.Root, "tests", "hostile", "README.md");
        if (Environment.GetEnvironmentVariable("K2P_ACCEPT") == "1")
        {
            File.WriteAllText(path, text.ToString());
        }

        File.ReadAllText(path).ShouldBe(text.ToString());
    }

    [Fact]
    public void Every_reason_for_a_refusal_has_a_file() =>
        Enum.GetValues<RefusalCode>()
            .Select(code => code.Word())
            .Except(Cases.Select(each => each.Code))
            .ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Names))]
    public void The_service_gives_the_code(string name)
    {
        var each = Cases.Single(one => one.Name == name);
        using var archive = new MemoryStream(each.Make());
        Check(archive).ShouldBe(each.Code);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_program_gives_the_exit_code_and_writes_nowhere_else(string name)
    {
        var each = Cases.Single(one => one.Name == name);
        await File.WriteAllBytesAsync(
            scratch.At("sent.zip"),
            each.Make(),
            TestContext.Current.CancellationToken
        );
        var run = await Run.Start(
            Programs.Built,
            [scratch.At("sent.zip"), "--out", scratch.At("out")],
            scratch.Folder("here"),
            new Dictionary<string, string?> { ["TMPDIR"] = scratch.Folder("tmp"), ["HOME"] = null }
        );

        run.ExitCode.ShouldBe(each.Exit, run.Errors);
        Directory
            .EnumerateFiles(scratch.Root, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(scratch.Root, file))
            .Where(file => !file.StartsWith("out", StringComparison.Ordinal))
            .ShouldBe(["sent.zip"]);
        run.Errors.ShouldNotContain("   at ");
        if (each.Exit != 0)
        {
            Directory.Exists(scratch.At("out")).ShouldBeFalse();
            run.Output.ShouldBeEmpty();
            run.LastError.ShouldMatch(
                $"^k2p: error K2P[0-9]{{4}} {Regex.Escape(Word(each.Exit))}: "
            );
        }
    }

    [Theory]
    [InlineData("bomb in one entry")]
    [InlineData("bomb in many entries")]
    [InlineData("301 MiB in all")]
    [InlineData("100,000 deep")]
    public void A_bomb_takes_less_than_200_MB(string name)
    {
        var each = Cases.Single(one => one.Name == name);
        File.WriteAllBytes(scratch.At("sent.zip"), each.Make());
        RealPython.Require("resource");
        var (_, output, errors) = RealPython.Start([
            "-c",
            """
            import resource, subprocess, sys
            code = subprocess.run(sys.argv[1:], stderr=subprocess.DEVNULL).returncode
            print(code, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
            """,
            Programs.Built,
            scratch.At("sent.zip"),
            "--out",
            scratch.At("out"),
        ]);
        errors.ShouldBeEmpty();
        var numbers = output
            .Trim()
            .Split(' ')
            .Select(number => int.Parse(number, CultureInfo.InvariantCulture))
            .ToList();
        numbers[0].ShouldBe(each.Exit);
        (numbers[1] / 1024).ShouldBeLessThan(200);
    }

    [Fact]
    public async Task A_link_out_of_a_workflows_folder_is_not_followed()
    {
        scratch.Write("secret/settings.xml", HostileCase.SettingsText);
        scratch.Write("flow/workflow.knime", HostileCase.WorkflowText(["Stub (#1)/settings.xml"]));
        Directory.CreateSymbolicLink(scratch.At("flow/Stub (#1)"), scratch.At("secret"));
        var run = await Run.K2P(scratch.At("flow"), "--out", scratch.At("out"), "--strict");
        run.ExitCode.ShouldBe(4, run.Errors);
    }

    /// <summary>The code of the refusal, or <c>accepted</c>.</summary>
    internal static string Check(Stream archive)
    {
        try
        {
            new UploadInspector(new ArchiveLimits()).Inspect(archive, allowMissing: false);
            return HostileCase.Accepted;
        }
        catch (BundleException refused)
        {
            return refused.Refusal.Code.Word();
        }
    }

    private static string Word(int exit) =>
        exit switch
        {
            3 => "missing_workflow",
            5 => "invalid_xml",
            _ => "invalid_archive",
        };
}

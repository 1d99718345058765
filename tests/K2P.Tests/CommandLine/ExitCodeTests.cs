using System.IO.Compression;
using K2P.Tests.Golden;
using K2P.Tests.Support;
using K2P.Tests.Workflows;

namespace K2P.Tests.CommandLine;

/// <summary>Each exit code of the contract, from the program; and that a failure says one error and gives no result.</summary>
public sealed class ExitCodeTests : IDisposable
{
    private readonly Scratch scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public async Task A_workflow_with_stubs_is_0()
    {
        var run = await Convert(Stubs().Write());
        run.ExitCode.ShouldBe(0, run.Errors);
        File.Exists(scratch.At("out/flow__report.json")).ShouldBeTrue();
    }

    [Fact]
    public async Task A_failure_that_nothing_expects_is_1()
    {
        // No bug is known, so memory has to run out.
        var text = Xml.Entry("text", new string('x', 8_000_000));
        var folder = Stubs()
            .With(Xml.Config("annotations", Xml.Config("annotation_0", text)))
            .Write();
        var run = await Run.Start(
            Programs.Built,
            [folder, "--out", scratch.At("out")],
            environment: new Dictionary<string, string?> { ["DOTNET_GCHeapHardLimit"] = "400000" }
        );
        ShouldFail(run, 1, "K2P2003", "internal_error");
    }

    [Theory]
    [InlineData]
    [InlineData("--out", "OUT")]
    [InlineData("GOLDEN")]
    [InlineData("GOLDEN", "--out")]
    [InlineData("GOLDEN", "--out", "OUT", "--workbook", "html")]
    [InlineData("GOLDEN", "--out", "OUT", "--graph", "svg")]
    [InlineData("GOLDEN", "--out", "OUT", "--log-format", "xml")]
    [InlineData("GOLDEN", "--out", "OUT", "--no-such-option")]
    [InlineData("GOLDEN", "GOLDEN", "--out", "OUT")]
    [InlineData("GOLDEN", "--in-zip", "GOLDEN", "--out", "OUT")]
    [InlineData("OUT", "--out", "OUT")]
    [InlineData("OUT/workflow.knime", "--out", "OUT")]
    [InlineData("--in-zip", "OUT", "--out", "OUT")]
    [InlineData("inspect")]
    [InlineData("inspect", "OUT")]
    [InlineData("bundle", "GOLDEN")]
    [InlineData("nodes", "GOLDEN")]
    public async Task Bad_arguments_and_an_input_that_is_not_there_are_2(params string[] arguments)
    {
        var run = await Run.K2P([
            .. arguments.Select(argument =>
                argument
                    .Replace("GOLDEN", GoldenWorkflow.Folder, StringComparison.Ordinal)
                    .Replace("OUT", scratch.At("out"), StringComparison.Ordinal)
            ),
        ]);
        ShouldFail(run, 2, "K2P2001", "usage");
        Directory.Exists(scratch.At("out")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_folder_without_workflow_knime_is_3()
    {
        scratch.Write("flow/notes.txt", "no workflow");
        ShouldFail(await Convert(scratch.At("flow")), 3, "K2P3001", "missing_workflow");
    }

    [Fact]
    public async Task An_archive_without_workflow_knime_is_3()
    {
        scratch.Write("flow/notes.txt", "no workflow");
        ZipFile.CreateFromDirectory(scratch.At("flow"), scratch.At("flow.zip"));
        ShouldFail(await Convert(scratch.At("flow.zip")), 3, "K2P3001", "missing_workflow");
    }

    [Fact]
    public async Task Settings_that_are_not_there_are_4_when_strict()
    {
        var folder = new WorkflowWriter(scratch.At("flow")).Missing(1, "CSV Reader").Write();
        var run = await Convert(folder, "--strict");
        ShouldFail(run, 4, "K2P3002", "missing_settings");
        run.LastError.ShouldEndWith(" [CSV Reader (#1)/settings.xml]");
    }

    [Fact]
    public async Task Settings_that_are_not_there_are_a_warning_and_0_when_not_strict()
    {
        var folder = new WorkflowWriter(scratch.At("flow")).Missing(1, "CSV Reader").Write();
        var run = await Convert(folder);
        run.ExitCode.ShouldBe(0, run.Errors);
        run.Errors.ShouldBe(
            "k2p: warning K2P3002 missing_settings: The settings of node 1 (CSV Reader) are not there. [CSV Reader (#1)/settings.xml]\n"
        );
    }

    [Theory]
    [InlineData("workflow.knime", "no XML")]
    [InlineData("workflow.knime", "<config key=\"workflow.knime\">")]
    [InlineData("workflow.knime", "<html/>")]
    [InlineData("workflow.knime", "")]
    [InlineData("workflow.knime", "<!DOCTYPE a [<!ENTITY a \"b\">]><config key=\"a\"/>")]
    [InlineData("Stub (#1)/settings.xml", "<config>")]
    public async Task A_file_that_is_not_what_KNIME_writes_is_5(string file, string text)
    {
        Stubs().Write();
        scratch.Write($"flow/{file}", text);
        var run = await Convert(scratch.At("flow"));
        ShouldFail(run, 5, "K2P3003", "invalid_xml");
        run.LastError.ShouldEndWith($" [{file}]");
    }

    [Fact]
    public async Task Wires_that_form_a_cycle_are_6()
    {
        var folder = Stubs().Stub(2).Connect(1, 1, 2, 1).Connect(2, 1, 1, 1).Write();
        ShouldFail(await Convert(folder), 6, "K2P3005", "unsupported");
    }

    [Fact]
    public async Task A_stub_is_6_when_strict() =>
        ShouldFail(await Convert(Stubs().Write(), "--strict"), 6, "K2P3005", "unsupported");

    [Fact]
    public async Task A_file_that_is_no_archive_is_7()
    {
        var run = await Convert(scratch.Write("flow.knwf", "PK, but no zip"));
        ShouldFail(run, 7, "K2P3004", "invalid_archive");
    }

    [Fact]
    public async Task An_archive_that_leaves_its_folder_is_7()
    {
        using (var zip = ZipFile.Open(scratch.At("flow.zip"), ZipArchiveMode.Create))
        {
            zip.CreateEntry("workflow.knime");
            zip.CreateEntry("../outside.txt");
        }
        var run = await Convert(scratch.At("flow.zip"));
        ShouldFail(run, 7, "K2P3004", "invalid_archive");
    }

    [Theory]
    [InlineData("SCRATCH/file")]
    [InlineData("SCRATCH/file/below")]
    [InlineData("/proc/k2p")]
    public async Task An_output_folder_that_cannot_be_made_is_8(string output)
    {
        scratch.Write("file", "in the way");
        var folder = output.Replace("SCRATCH", scratch.Root, StringComparison.Ordinal);
        var run = await Run.K2P(GoldenWorkflow.Folder, "--out", folder);
        ShouldFail(run, 8, "K2P2002", "output_error");
    }

    [Fact]
    public async Task A_standard_output_that_is_full_is_8()
    {
        var run = await Run.Start(
            "/bin/bash",
            [
                "-c",
                "exec \"$1\" \"$2\" --out \"$3\" >/dev/full",
                "bash",
                Programs.Built,
                GoldenWorkflow.Folder,
                scratch.At("out"),
            ]
        );
        ShouldFail(run, 8, "K2P2002", "output_error");
    }

    [Fact]
    public async Task A_bundle_that_cannot_be_written_is_8()
    {
        var run = await Run.K2P("bundle", GoldenWorkflow.Folder, "--out", scratch.Folder("taken"));
        ShouldFail(run, 8, "K2P2002", "output_error");
    }

    private WorkflowWriter Stubs() => new WorkflowWriter(scratch.At("flow")).Stub(1);

    private Task<Run> Convert(string input, params string[] options) =>
        Run.K2P([input, "--out", scratch.At("out"), .. options]);

    private static void ShouldFail(Run run, int exitCode, string id, string code)
    {
        run.ExitCode.ShouldBe(exitCode, run.Errors);
        run.ErrorLines.Count(line => line.StartsWith("k2p: error ", StringComparison.Ordinal))
            .ShouldBe(1, run.Errors);
        run.LastError.ShouldStartWith($"k2p: error {id} {code}: ");
        run.Output.ShouldBe("");
    }
}

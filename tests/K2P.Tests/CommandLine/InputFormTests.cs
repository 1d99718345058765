using System.IO.Compression;
using System.Text.Json.Nodes;
using K2P.Tests.Golden;
using K2P.Tests.Support;

namespace K2P.Tests.CommandLine;

/// <summary>Every form of input gives the same files, every option leaves out just what it names, and the other verbs work.</summary>
public sealed class InputFormTests : IDisposable
{
    private static readonly string[] All =
    [
        "flow__g01.dot",
        "flow__g01.json",
        "flow__g01_workbook.ipynb",
        "flow__g01_workbook.py",
        "flow__report.json",
        "requirements.txt",
    ];

    private readonly Scratch scratch = new();

    public void Dispose() => scratch.Dispose();

    [Theory]
    [InlineData("folder")]
    [InlineData("workflow.knime")]
    [InlineData("flow.zip")]
    [InlineData("flow.knwf", "Order report/")]
    [InlineData("flow.knar", "Order report/")]
    [InlineData("flow.zip", "group/Order report/")]
    public async Task Every_form_of_input_gives_the_same_files(string form, string top = "")
    {
        var expected = await Convert(GoldenWorkflow.Folder, "folder");
        var input = form switch
        {
            "folder" => GoldenWorkflow.Folder + "/",
            "workflow.knime" => Path.Join(GoldenWorkflow.Folder, "workflow.knime"),
            _ => Pack(form, top),
        };
        OutputFolder.ShouldBeTheSame(await Convert(input, "other"), expected);
    }

    [Fact]
    public async Task An_archive_can_be_named_with_an_option_and_the_long_form_is_the_short_one()
    {
        var archive = Pack("flow.zip", "");
        var expected = await Convert(archive, "short");
        var run = await Run.K2P(
            "convert",
            "--in-zip",
            archive,
            "--out",
            scratch.At("long"),
            "--name",
            "flow"
        );
        run.ExitCode.ShouldBe(0, run.Errors);
        OutputFolder.ShouldBeTheSame(OutputFolder.Read(scratch.At("long")), expected);
    }

    [Theory]
    [InlineData("--workbook", "py", "flow__g01_workbook.ipynb")]
    [InlineData("--workbook", "ipynb", "flow__g01_workbook.py")]
    [InlineData("--graph", "dot", "flow__g01.json")]
    [InlineData("--graph", "json", "flow__g01.dot")]
    [InlineData("--graph", "off", "flow__g01.dot", "flow__g01.json")]
    public async Task An_option_leaves_out_what_it_does_not_name(
        string option,
        string value,
        params string[] missing
    )
    {
        var files = await Convert(GoldenWorkflow.Folder, "out", option, value);
        files.Keys.ShouldBe(All.Except(missing));
        var graph = JsonNode.Parse(files["flow__report.json"])!["graphs"]![0]!;
        foreach (var key in new[] { "script", "notebook", "json", "dot" })
        {
            if (graph[key] is { } name)
            {
                files.Keys.ShouldContain(name.GetValue<string>());
            }
        }
    }

    [Theory]
    [InlineData("Umsatz (März) 100%", "Umsatz__M_rz__100")]
    [InlineData("..", "workflow")]
    [InlineData("", "workflow")]
    public async Task The_name_is_made_safe(string name, string safe)
    {
        var run = await Run.K2P(GoldenWorkflow.Folder, "--out", scratch.At("out"), "--name", name);
        run.ExitCode.ShouldBe(0, run.Errors);
        File.Exists(scratch.At($"out/{safe}__report.json")).ShouldBeTrue();
    }

    [Fact]
    public async Task A_workflow_without_stubs_passes_when_strict() =>
        (await Convert(GoldenWorkflow.Folder, "out", "--strict")).Keys.ShouldBe(All);

    [Fact]
    public async Task The_bundle_holds_no_data_and_converts_to_the_same_files()
    {
        var expected = await Convert(GoldenWorkflow.Folder, "folder");
        var first = await Bundle(GoldenWorkflow.Folder, "a.zip");
        var second = await Bundle(Pack("flow.knwf", "Order report/"), "b.zip");
        second.ShouldBe(first);
        using (var zip = ZipFile.OpenRead(scratch.At("a.zip")))
        {
            zip.Entries.Select(entry => entry.Name)
                .Distinct()
                .Order(StringComparer.Ordinal)
                .ShouldBe(["settings.xml", "workflow.knime"]);
        }
        OutputFolder.ShouldBeTheSame(await Convert(scratch.At("a.zip"), "bundle"), expected);
    }

    [Fact]
    public async Task Inspect_tells_what_would_become_of_the_workflow_and_writes_nothing()
    {
        var run = await Run.K2P("inspect", GoldenWorkflow.Folder);
        run.ExitCode.ShouldBe(0, run.Errors);
        run.Output.ShouldContain("Order report (KNIME 5.3.3), 8 nodes\n");
        run.Output.ShouldContain("\nexact: 8\n");
        run.Output.ShouldContain("read data/orders.csv (node 1)\n");
        run.Output.ShouldContain("write data/revenue.csv (node 7)\n");
        run.Output.ShouldContain("pandas>=1.5\n");
    }

    [Fact]
    public async Task Inspect_gives_the_report_as_JSON()
    {
        var run = await Run.K2P("inspect", GoldenWorkflow.Folder, "--json");
        run.ExitCode.ShouldBe(0, run.Errors);
        var report = JsonNode.Parse(run.Output)!;
        report["schema"]!.GetValue<string>().ShouldBe("k2p-report/1");
        report["nodes"]!.AsArray().Count.ShouldBe(8);
    }

    [Fact]
    public async Task Nodes_lists_every_translator_with_its_factories()
    {
        var text = await Run.K2P("nodes");
        var json = await Run.K2P("nodes", "--json");
        (text.ExitCode, json.ExitCode).ShouldBe((0, 0));
        var nodes = JsonNode.Parse(json.Output)!.AsArray();
        nodes.Count.ShouldBeGreaterThan(20);
        foreach (var node in nodes)
        {
            node!["status"]!.GetValue<string>().ShouldBeOneOf("exact", "partial");
            text.Output.ShouldContain(node["name"]!.GetValue<string>());
            foreach (var factory in node["factories"]!.AsArray())
            {
                text.Output.ShouldContain($"    {factory}\n");
            }
        }
    }

    private async Task<byte[]> Bundle(string input, string name)
    {
        var run = await Run.K2P("bundle", input, "--out", scratch.At(name));
        (run.ExitCode, run.Output, run.Errors).ShouldBe((0, "", ""));
        return await File.ReadAllBytesAsync(
            scratch.At(name),
            TestContext.Current.CancellationToken
        );
    }

    private string Pack(string name, string top)
    {
        using var zip = ZipFile.Open(scratch.At(name), ZipArchiveMode.Create);
        foreach (var (path, content) in OutputFolder.Read(GoldenWorkflow.Folder))
        {
            using var entry = zip.CreateEntry(top + path).Open();
            entry.Write(content);
        }
        return scratch.At(name);
    }

    private async Task<SortedDictionary<string, byte[]>> Convert(
        string input,
        string name,
        params string[] options
    )
    {
        var run = await Run.K2P([input, "--out", scratch.At(name), "--name", "flow", .. options]);
        run.ExitCode.ShouldBe(0, run.Errors);
        return OutputFolder.Read(scratch.At(name));
    }
}

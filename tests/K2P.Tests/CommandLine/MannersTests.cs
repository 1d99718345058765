using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using K2P.Tests.Golden;
using K2P.Tests.Support;
using K2P.Tests.Workflows;

namespace K2P.Tests.CommandLine;

/// <summary>How the program speaks: lines of remarks, their two forms, standard output, and what it leaves behind.</summary>
public sealed partial class MannersTests : IDisposable
{
    private readonly Scratch scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public async Task The_version_is_one_line() =>
        VersionLine().IsMatch((await Run.K2P("--version")).Output).ShouldBeTrue();

    [Fact]
    public async Task The_native_program_says_its_version_as_well()
    {
        var run = await Run.Start(Programs.Native(), ["--version"]);
        run.ExitCode.ShouldBe(0);
        VersionLine().IsMatch(run.Output).ShouldBeTrue(run.Output);
    }

    [Fact]
    public async Task Help_names_every_verb_and_is_0()
    {
        var run = await Run.K2P("--help");
        run.ExitCode.ShouldBe(0);
        foreach (var verb in new[] { "convert", "bundle", "inspect", "nodes" })
        {
            run.Output.ShouldContain($"  {verb} ");
        }
    }

    [Fact]
    public async Task An_error_is_one_JSON_object_when_JSON_is_asked_for()
    {
        scratch.Write("flow/workflow.knime", "no XML");
        var run = await Convert("--log-format", "json");
        run.ExitCode.ShouldBe(5);
        var error = JsonNode.Parse(run.LastError)!.AsObject();
        error.Select(item => item.Key).ShouldBe(["level", "id", "code", "message", "path"]);
        error["level"]!.GetValue<string>().ShouldBe("error");
        error["id"]!.GetValue<string>().ShouldBe("K2P3003");
        error["code"]!.GetValue<string>().ShouldBe("invalid_xml");
        error["path"]!.GetValue<string>().ShouldBe("workflow.knime");
    }

    [Theory]
    [InlineData("--log-format=json")]
    [InlineData("--log-format", "json")]
    public async Task Wrong_arguments_have_the_form_that_was_asked_for(params string[] format)
    {
        var run = await Run.K2P(["--no-such-option", .. format]);
        run.ExitCode.ShouldBe(2);
        JsonNode.Parse(run.LastError)!["code"]!.GetValue<string>().ShouldBe("usage");
    }

    [Fact]
    public async Task Every_remark_on_a_node_is_a_warning_that_names_it()
    {
        new WorkflowWriter(scratch.At("flow")).Stub(7, "Magic").Write();
        var run = await Convert();
        run.Errors.ShouldBe(
            "k2p: warning K2P1001 manual: 'Magic' has no translation yet. [Magic (#7)]\n"
        );
        var json = JsonNode.Parse((await Convert("--log-format", "json")).LastError)!;
        json["level"]!.GetValue<string>().ShouldBe("warning");
        json["path"]!.GetValue<string>().ShouldBe("Magic (#7)");
    }

    [Theory]
    [InlineData(200, 200)]
    [InlineData(201, 201)]
    [InlineData(250, 201)]
    public async Task After_200_warnings_there_is_only_a_count(int nodes, int lines)
    {
        var workflow = new WorkflowWriter(scratch.At("flow"));
        for (var id = 1; id <= nodes; id++)
        {
            workflow.Stub(id);
        }
        workflow.Write();
        var run = await Convert();
        run.ErrorLines.Count.ShouldBe(lines);
        run.ErrorLines.ShouldAllBe(line => line.StartsWith("k2p: warning K2P"));
        if (nodes > 200)
        {
            run.LastError.ShouldContain($": {nodes - 200} more warnings ");
        }
    }

    [Fact]
    public async Task A_path_cannot_forge_a_line()
    {
        var path = scratch.At("no\r\nk2p: error K2P2003 internal_error: forged\u2028");
        var text = await Run.K2P(path, "--out", scratch.At("out"));
        text.ErrorLines.ShouldHaveSingleItem().ShouldStartWith("k2p: error K2P2001 usage: ");
        var json = await Run.K2P(path, "--out", scratch.At("out"), "--log-format", "json");
        JsonNode.Parse(json.ErrorLines.ShouldHaveSingleItem())!["code"]!
            .GetValue<string>()
            .ShouldBe("usage");
    }

    [Fact]
    public async Task Remarks_are_UTF_8_whatever_the_locale_says()
    {
        new WorkflowWriter(scratch.At("flow")).Stub(1, "Größe 測定").Write();
        var run = await Run.Start(
            Programs.Built,
            [scratch.At("flow"), "--out", scratch.At("out")],
            environment: new Dictionary<string, string?>
            {
                ["LANG"] = "de_DE.ISO-8859-1",
                ["LC_ALL"] = "de_DE.ISO-8859-1",
            }
        );
        run.Errors.ShouldContain("'Größe 測定'");
    }

    [Fact]
    public async Task A_secret_stands_nowhere()
    {
        const string Secret = "02BAAAAG9PEe4TkXVs5Vb1SXpTn1V9Yk";
        new WorkflowWriter(scratch.At("flow"))
            .With(
                Xml.Config(
                    "workflow_credentials",
                    Xml.Config(
                        "cred_0",
                        Xml.Entry("name", "database"),
                        Xml.Entry("login", "me"),
                        Xml.Password("password", Secret)
                    )
                )
            )
            .Node(
                1,
                "Database Reader",
                "org.example.DatabaseNodeFactory",
                Xml.Config("model", Xml.Password("password", Secret))
            )
            .Write();
        var run = await Convert();
        var bundle = await Run.K2P("bundle", scratch.At("flow"), "--out", scratch.At("b.zip"));
        var inspect = await Run.K2P("inspect", scratch.At("flow"), "--json");
        var said = run.Output + run.Errors + bundle.Output + bundle.Errors + inspect.Output;
        said.ShouldContain("K2P_1_PASSWORD");
        said.ShouldNotContain(Secret);
        System.IO.Compression.ZipFile.ExtractToDirectory(scratch.At("b.zip"), scratch.At("b"));
        foreach (
            var file in OutputFolder
                .Read(scratch.At("out"))
                .Concat(OutputFolder.Read(scratch.At("b")))
        )
        {
            System
                .Text.Encoding.UTF8.GetString(file.Value)
                .ShouldNotContain(Secret, Case.Sensitive, file.Key);
        }
    }

    [Fact]
    public async Task Nothing_is_written_outside_of_the_output_folder()
    {
        var run = await Run.Start(
            Programs.Built,
            [GoldenWorkflow.Folder, "--out", scratch.At("out"), "--name", "../../escape"],
            scratch.Folder("cwd"),
            new Dictionary<string, string?>
            {
                ["HOME"] = scratch.Folder("home"),
                ["TMPDIR"] = scratch.Folder("tmp"),
            }
        );
        run.ExitCode.ShouldBe(0, run.Errors);
        Directory
            .EnumerateFiles(scratch.Root, "*", SearchOption.AllDirectories)
            .ShouldAllBe(file => Path.GetDirectoryName(file) == scratch.At("out"));
        Directory.GetFiles(scratch.At("out")).Length.ShouldBe(6);
    }

    private Task<Run> Convert(params string[] options) =>
        Run.K2P([scratch.At("flow"), "--out", scratch.At("out"), .. options]);

    [GeneratedRegex(@"^k2p \d+\.\d+\.\d+(-[0-9A-Za-z.]+)?\+([0-9a-f]{7,40}|unknown)\n\z")]
    private static partial Regex VersionLine();
}

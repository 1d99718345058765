using System.Text.Json.Nodes;
using K2P.Tests.Support;

namespace K2P.Tests.Verification;

/// <summary><c>k2p verify</c>, as a user starts it, on workflows with stored tables.</summary>
public sealed class VerifyTests : IDisposable
{
    private readonly Scratch scratch = new();

    public VerifyTests() => RealPython.Require("pandas", "pytest");

    public void Dispose() => scratch.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_function_that_gives_the_stored_table_is_equal(bool inMetanode)
    {
        using var workflow = new ExecutedWorkflow(inMetanode);
        var (run, node) = await Verify(workflow);
        node["verdict"]!.GetValue<string>().ShouldBe("equal");
        run.ExitCode.ShouldBe(0, run.Errors);
        run.Errors.ShouldContain("1 of 2 nodes compared");
    }

    [Fact]
    public async Task A_cell_that_differs_is_told_in_words_and_ends_with_exit_code_9()
    {
        using var workflow = new ExecutedWorkflow();
        workflow.Store(("Row0", 1, 0.5), ("Row1", 3, 1.5));
        var (run, node) = await Verify(workflow, "--html", scratch.At("page.html"));
        node["verdict"]!.GetValue<string>().ShouldBe("differs");
        node["text"]!
            .GetValue<string>()
            .ShouldBe(
                "row 1 (Row1), column 'id': 2, KNIME has 3; 1 of 2 cells of the column differ"
            );
        node["first"]!["column"]!.GetValue<string>().ShouldBe("id");
        run.ExitCode.ShouldBe(9);
        run.LastError.ShouldStartWith("k2p: error K2P2004 verify_failed: 1 nodes");
        var page = await File.ReadAllTextAsync(
            scratch.At("page.html"),
            TestContext.Current.CancellationToken
        );
        page.ShouldContain("<td class=\"claim\"><code>2</code></td><td><code>3</code></td>");
    }

    [Fact]
    public async Task Rows_under_other_ids_are_row_ids_and_in_another_order_unordered()
    {
        using var workflow = new ExecutedWorkflow();
        workflow.Store(("Row0", 1, 0.5), ("Row7", 2, 1.5));
        (await Verify(workflow)).Node["verdict"]!.GetValue<string>().ShouldBe("row-ids");
        workflow.Store(("Row1", 2, 1.5), ("Row0", 1, 0.5));
        (await Verify(workflow)).Node["verdict"]!.GetValue<string>().ShouldBe("unordered");
    }

    [Fact]
    public async Task Numbers_within_the_tolerance_are_close()
    {
        using var workflow = new ExecutedWorkflow();
        workflow.Store(("Row0", 1, 0.500001), ("Row1", 2, 1.5));
        var (run, node) = await Verify(workflow);
        node["verdict"]!.GetValue<string>().ShouldBe("close");
        run.ExitCode.ShouldBe(0);
        (await Verify(workflow, "--rtol", "1e-8")).Node["verdict"]!
            .GetValue<string>()
            .ShouldBe("differs");
    }

    [Fact]
    public async Task What_cannot_be_compared_says_why()
    {
        using var workflow = new ExecutedWorkflow();
        File.WriteAllText(
            Path.Join(workflow.Stored, "data.zip"),
            "version https://git-lfs.github.com/spec/v1\n"
        );
        var (run, node) = await Verify(workflow);
        node["verdict"]!.GetValue<string>().ShouldBe("not-run");
        node["text"]!.GetValue<string>().ShouldContain("lfs_pointer");
        run.ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task A_function_that_takes_too_long_is_stopped()
    {
        using var workflow = new ExecutedWorkflow();
        var (run, node) = await Verify(workflow, "--timeout", "0.1", "--python", SlowPython());
        node["verdict"]!.GetValue<string>().ShouldBe("timeout");
        run.ExitCode.ShouldBe(9);
    }

    [Fact]
    public async Task A_process_that_dies_raises_and_a_program_that_is_not_there_is_a_usage_error()
    {
        using var workflow = new ExecutedWorkflow();
        var (_, node) = await Verify(workflow, "--python", "/bin/false");
        node["verdict"]!.GetValue<string>().ShouldBe("raises");
        var run = await Run.K2P("verify", workflow.Root, "--python", "/no/such/python");
        run.ExitCode.ShouldBe(2, run.Errors);
    }

    [Fact]
    public async Task Only_the_nodes_that_were_asked_for_are_run()
    {
        using var workflow = new ExecutedWorkflow();
        var run = await Start(workflow, "--node", "1");
        JsonNode.Parse(run.Output)!["nodes"]!.AsArray().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_suite_of_tests_passes_and_fails_when_the_script_changes()
    {
        using var workflow = new ExecutedWorkflow();
        var suite = scratch.At("suite");
        (await Start(workflow, "--emit-tests", suite)).ExitCode.ShouldBe(0);
        var (code, output, _) = Pytest(suite);
        code.ShouldBe(0, output);
        output.ShouldContain("1 passed");

        var script = Directory.GetFiles(suite, "*_workbook.py").ShouldHaveSingleItem();
        File.WriteAllText(
            script,
            File.ReadAllText(script).Replace("\"name\"", "\"score\"", StringComparison.Ordinal)
        );
        (code, output, _) = Pytest(suite);
        code.ShouldBe(1, output);
        output.ShouldContain("it lacks 1 columns, first 'score'");
    }

    private static (int Code, string Output, string Errors) Pytest(string suite) =>
        RealPython.Start(["-B", "-m", "pytest", "-q", "-p", "no:cacheprovider", suite]);

    private string SlowPython()
    {
        var path = scratch.Write("slow", "#!/bin/sh\nsleep 20\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return path;
    }

    private static Task<Run> Start(ExecutedWorkflow workflow, params string[] more)
    {
        string[] python = more.Contains("--python") ? [] : ["--python", "/usr/bin/python3"];
        return Run.K2P(["verify", workflow.Root, "--json", .. python, .. more]);
    }

    /// <summary>The run, and what it says of the filter.</summary>
    private static async Task<(Run Run, JsonNode Node)> Verify(
        ExecutedWorkflow workflow,
        params string[] more
    )
    {
        var run = await Start(workflow, more);
        run.Output.ShouldNotBeEmpty(run.Errors);
        var nodes = JsonNode.Parse(run.Output)!["nodes"]!.AsArray();
        return (run, nodes.First(node => node!["name"]!.GetValue<string>() == "Column Filter")!);
    }
}

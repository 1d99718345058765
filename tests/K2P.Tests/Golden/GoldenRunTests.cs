using K2P.Tests.Support;

namespace K2P.Tests.Golden;

/// <summary>What the generated script and notebook do: they write what KNIME writes.</summary>
public sealed class GoldenRunTests : IDisposable
{
    private readonly Scratch scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public async Task The_script_writes_the_revenue()
    {
        RealPython.Require("pandas");
        var script = (await Convert("--workbook", "py"))["Order_report__g01_workbook.py"];
        var (code, _, errors) = RealPython.Start([
            script,
            "--data-dir",
            GoldenWorkflow.Data,
            "--out-dir",
            scratch.At("written"),
        ]);
        code.ShouldBe(0, errors);
        errors.ShouldBe("");
        ShouldBeTheRevenue(scratch.At("written"));
    }

    [Fact]
    public async Task Importing_the_script_runs_nothing()
    {
        RealPython.Require("pandas");
        await Convert("--workbook", "py");
        var (code, output, errors) = RealPython.Start(
            ["-c", "import Order_report__g01_workbook as script; print(script.main.__name__)"],
            directory: scratch.At("out")
        );
        code.ShouldBe(0, errors);
        output.ShouldBe("main\n");
    }

    [Fact]
    public async Task The_notebook_runs_from_top_to_bottom()
    {
        RealPython.Require("pandas", "nbformat", "nbclient", "ipykernel");
        var notebook = (await Convert("--workbook", "ipynb"))["Order_report__g01_workbook.ipynb"];
        scratch.Copy(GoldenWorkflow.Data, "run/data");
        var (code, _, errors) = RealPython.Start(
            [
                "-c",
                """
                import sys
                import nbformat
                from nbclient import NotebookClient

                notebook = nbformat.read(sys.argv[1], as_version=nbformat.NO_CONVERT)
                nbformat.validate(notebook)
                assert (notebook.nbformat, notebook.nbformat_minor) == (4, 5)
                assert not any(cell.get("outputs") for cell in notebook.cells)
                NotebookClient(notebook, timeout=120, kernel_name="python3").execute(
                    cwd=sys.argv[2]
                )
                """,
                notebook,
                scratch.At("run"),
            ],
            directory: scratch.At("run")
        );
        code.ShouldBe(0, errors);
        ShouldBeTheRevenue(scratch.At("run"));
    }

    private async Task<Dictionary<string, string>> Convert(params string[] options)
    {
        var run = await Run.K2P([GoldenWorkflow.Folder, "--out", scratch.At("out"), .. options]);
        run.ExitCode.ShouldBe(0, run.Errors);
        return Directory
            .EnumerateFiles(scratch.At("out"))
            .ToDictionary(file => Path.GetFileName(file)!);
    }

    private static void ShouldBeTheRevenue(string folder) =>
        File.ReadAllText(
                Directory
                    .EnumerateFiles(folder, "revenue.csv", SearchOption.AllDirectories)
                    .ShouldHaveSingleItem()
            )
            .ShouldBe(File.ReadAllText(GoldenWorkflow.Revenue));
}

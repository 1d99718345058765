using System.Text;
using K2P.Tests.Support;

namespace K2P.Tests.Golden;

/// <summary>The program gives every byte of <c>tests/golden/expected</c>, as it is built, as it is published, and in its image.</summary>
public sealed class GoldenOutputTests : IDisposable
{
    private readonly Scratch scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public async Task The_program_gives_the_expected_files()
    {
        var run = await Run.K2P(GoldenWorkflow.Folder, "--out", scratch.At("out"));
        run.ExitCode.ShouldBe(0, run.Errors);
        run.Errors.ShouldBe("");
        if (Repository.Accepts)
        {
            Accept(OutputFolder.ReadTexts(scratch.At("out")));
        }
        ShouldBeExpected(scratch.At("out"));
    }

    [Fact]
    public async Task The_native_program_gives_the_expected_files()
    {
        var program = Programs.Native();
        var run = await Run.Start(program, [GoldenWorkflow.Folder, "--out", scratch.At("out")]);
        run.ExitCode.ShouldBe(0, run.Errors);
        ShouldBeExpected(scratch.At("out"), "bin/k2p may be stale: make k2p");
    }

    [Fact]
    public async Task What_stands_on_standard_output_is_the_report_without_its_nodes()
    {
        var run = await Run.K2P(GoldenWorkflow.Folder, "--out", scratch.At("out"));
        var report = System
            .Text.Json.Nodes.JsonNode.Parse(
                await File.ReadAllTextAsync(
                    scratch.At("out/Order_report__report.json"),
                    TestContext.Current.CancellationToken
                )
            )!
            .AsObject();
        report.Remove("nodes").ShouldBeTrue();
        System
            .Text.Json.Nodes.JsonNode.DeepEquals(
                System.Text.Json.Nodes.JsonNode.Parse(run.Output),
                report
            )
            .ShouldBeTrue(run.Output);
    }

    [Fact]
    public async Task The_image_gives_the_expected_files_without_rights_network_or_home()
    {
        using var image = await ProgramImage.Build();
        Directory.CreateDirectory(scratch.At("out"));
        File.SetUnixFileMode(scratch.At("out"), (UnixFileMode)0b111_111_111);
        var run = await image.Run(
            [
                "-v",
                $"{GoldenWorkflow.Folder}:/in/Order report:ro",
                "-v",
                $"{scratch.At("out")}:/out",
            ],
            ["/in/Order report", "--out", "/out"]
        );
        run.ExitCode.ShouldBe(0, run.Errors);
        ShouldBeExpected(scratch.At("out"), "bin/k2p may be stale: make k2p");
    }

    [Fact]
    public async Task The_image_says_that_a_disk_is_full()
    {
        using var image = await ProgramImage.Build();
        var run = await image.Run(
            ["-v", $"{GoldenWorkflow.Folder}:/in:ro", "--tmpfs", "/out:size=8k,mode=1777"],
            ["/in", "--out", "/out"]
        );
        run.ExitCode.ShouldBe(8, run.Errors);
        run.LastError.ShouldStartWith("k2p: error K2P2002 output_error: ");
        run.Output.ShouldBe("");
    }

    private static void ShouldBeExpected(string folder, string hint = "make accept takes it over")
    {
        var actual = OutputFolder.ReadTexts(folder);
        var expected = Directory
            .EnumerateFiles(GoldenWorkflow.Expected)
            .ToDictionary(file => Path.GetFileName(file)!, File.ReadAllText);
        actual.Keys.ShouldBe(expected.Keys.Order(StringComparer.Ordinal));
        foreach (var (name, text) in actual)
        {
            text.ShouldBe(expected[name], $"{name}: read the difference; {hint}");
        }
    }

    private static void Accept(SortedDictionary<string, string> files)
    {
        if (Directory.Exists(GoldenWorkflow.Expected))
        {
            Directory.Delete(GoldenWorkflow.Expected, recursive: true);
        }
        Directory.CreateDirectory(GoldenWorkflow.Expected);
        foreach (var (name, text) in files)
        {
            File.WriteAllText(
                Path.Join(GoldenWorkflow.Expected, name),
                text,
                new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)
            );
        }
    }
}

using System.Globalization;
using System.Text.Json;
using K2P.Bundles;
using K2P.Tables;
using K2P.Tests.Support;
using K2P.Verification;

namespace K2P.Tests.Tables;

/// <summary>
/// Reads every table of real workflows and compares it, cell by cell, with what a decoder reads that shares no code with ours.
/// <c>scripts/judge</c> runs it where there are workflows (<c>K2P_CORPUS</c>) and such a decoder (<c>K2P_JUDGE</c>);
/// <c>K2P_SAMPLE</c> takes every n-th workflow.
/// </summary>
public class OtherDecoderTests(ITestOutputHelper output)
{
    private static string? Corpus => Environment.GetEnvironmentVariable("K2P_CORPUS");

    [Fact]
    [Trait("kind", "corpus")]
    public void Tables_that_another_decoder_reads_have_the_same_cells()
    {
        Assert.SkipWhen(Corpus is null, "K2P_CORPUS does not name a folder of workflows");
        var step = int.Parse(
            Environment.GetEnvironmentVariable("K2P_SAMPLE") ?? "1",
            CultureInfo.InvariantCulture
        );
        var packs = Directory.GetFiles(Path.Join(Corpus, "executed"), "*.zip");
        var (read, others) = (0, new List<string>());
        foreach (var pack in packs.Order(StringComparer.Ordinal).Where((_, i) => i % step == 0))
        {
            foreach (var line in Compare(pack))
            {
                read++;
                if (line != "same")
                {
                    others.Add($"{Path.GetFileNameWithoutExtension(pack)} {line}");
                }
            }
        }
        output.WriteLine($"{read} tables, {others.Count} other than expected");
        others.ForEach(output.WriteLine);
        read.ShouldBeGreaterThan(0);
        others.Count.ShouldBeLessThanOrEqualTo(read / 200);
    }

    private static string[] Compare(string pack)
    {
        using var scratch = new Scratch();
        var root = scratch.Folder("workflow");
        System.IO.Compression.ZipFile.ExtractToDirectory(pack, root);
        var dumps = scratch.Folder("dumps");
        Dump(root, dumps);
        var (code, lines, errors) = RealPython.Start([
            Path.Join(Repository.Root, "tests/K2P.Tests/Tables/same_cells.py"),
            dumps,
            root,
        ]);
        code.ShouldBe(0, errors);
        return lines.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static void Dump(string root, string dumps)
    {
        using var files = new FolderFiles(root, new ArchiveLimits());
        var tables = new StoredTables(files, new TableLimits());
        using var stream = File.Create(Path.Join(dumps, "index.json"));
        using var index = new Utf8JsonWriter(stream);
        index.WriteStartObject();
        var number = 0;
        foreach (var folder in tables.Folders)
        {
            var name = $"{number++}.jsonl";
            try
            {
                using var rows = tables.Open(folder);
                using var file = File.Create(Path.Join(dumps, name));
                FrameFile.Write(tables.Columns(folder), rows, file);
                index.WriteString(folder, name);
            }
            catch (TableException error)
            {
                index.WriteString(folder, $"{error.Code}: {error.Message}");
            }
        }
        index.WriteEndObject();
    }
}

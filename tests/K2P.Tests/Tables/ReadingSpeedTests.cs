using System.Diagnostics;
using System.IO.Compression;
using static K2P.Tests.Tables.Container;

namespace K2P.Tests.Tables;

/// <summary>What reading a stored table costs; <c>make bench</c> prints it.</summary>
public sealed class ReadingSpeedTests : IDisposable
{
    private const int Rows = 1_000_000;
    private const int Width = 10;

    private readonly StoredWorkflow workflow = new();

    public void Dispose() => workflow.Dispose();

    [Fact]
    [Trait("kind", "speed")]
    public void A_million_rows_of_ten_columns_cost_little_time_and_memory()
    {
        string[] classes = [Text, Int, Container.Double];
        var columns = Enumerable
            .Range(0, Width)
            .Select(i => ($"column {i}", classes[i % classes.Length]))
            .ToArray();
        workflow.AddContainer("port_1", 1, columns, new Container(classes));
        WriteRows(Path.Join(workflow.Root, "port_1", "data.zip"), classes);

        GC.Collect();
        var before = Environment.WorkingSet;
        var watch = Stopwatch.StartNew();
        var (count, most) = (0, 0L);
        using (var rows = workflow.Open().Open("port_1"))
        {
            while (rows.Next())
            {
                if (++count % 10_000 == 0)
                {
                    most = Math.Max(most, Environment.WorkingSet - before);
                }
            }
        }
        var cost = watch.Elapsed.TotalMicroseconds / ((double)Rows * Width);
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{count} rows x {Width} columns: {cost:F3} microseconds a cell, {most >> 20} MiB more than before"
        );
        count.ShouldBe(Rows);
        cost.ShouldBeLessThan(1.5);
        most.ShouldBeLessThan(300L << 20);
    }

    /// <summary>Writes the archive row by row: the whole of it would take more memory than reading may.</summary>
    private static void WriteRows(string path, string[] classes)
    {
        var meta = new Container(classes) { Compression = "Gzip", Claimed = Rows };
        using var file = File.Create(path);
        using var zip = new ZipArchive(file, ZipArchiveMode.Create);
        using (var entry = zip.CreateEntry("meta.xml").Open())
        {
            entry.Write(System.Text.Encoding.UTF8.GetBytes(meta.Meta()));
        }
        using var rows = zip.CreateEntry("data.bin", CompressionLevel.NoCompression).Open();
        using var gzip = new GZipStream(rows, CompressionLevel.Fastest);
        for (var i = 0; i < Rows; i++)
        {
            var row = new Container(classes);
            row.Row(
                $"Row{i}",
                [
                    .. Enumerable
                        .Range(0, Width)
                        .Select(k =>
                            (k % classes.Length) switch
                            {
                                0 => Cell(0, Utf($"text {i % 1000}")),
                                1 => Cell(1, Integer(i)),
                                _ => Cell(2, Number(i / 3.0)),
                            }
                        ),
                ]
            );
            gzip.Write(row.Plain);
        }
    }
}

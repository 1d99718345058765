using System.Diagnostics;
using System.Globalization;
using K2P.Tables;
using static K2P.Tests.Tables.Container;
using static K2P.Tests.Tables.StoredWorkflow;

namespace K2P.Tests.Tables;

/// <summary>What is damaged, cut off or missing has a named reason, and costs neither time nor memory.</summary>
public sealed class DamagedTablesTests : IDisposable
{
    private static readonly (string Name, string CellClass)[] Columns = [("name", Text)];

    private readonly StoredWorkflow workflow = new();

    public void Dispose() => workflow.Dispose();

    [Fact]
    public void A_pointer_of_git_lfs_is_called_so()
    {
        AddTable();
        workflow.Write(
            "a",
            "data.zip",
            "version https://git-lfs.github.com/spec/v1\noid sha256:0\n"
        );
        ProblemOf("a").ShouldBe(TableProblem.LfsPointer);
        workflow.Write(
            "b",
            "data.xml",
            "version https://git-lfs.github.com/spec/v1\noid sha256:0\n"
        );
        ProblemOf("b").ShouldBe(TableProblem.LfsPointer);
    }

    [Theory]
    [InlineData("data.zip", TableProblem.NotStored)]
    [InlineData("spec.xml", TableProblem.NotStored)]
    public void A_file_that_is_not_there_is_called_so(string name, TableProblem expected)
    {
        AddTable();
        File.Delete(Path.Join(workflow.Root, "a", name));
        ProblemOf("a").ShouldBe(expected);
    }

    [Theory]
    [InlineData("data.zip", "this is no archive")]
    [InlineData("data.xml", "<config")]
    [InlineData("spec.xml", "<config key=\"x\"/>")]
    public void A_file_that_is_not_what_it_should_be_is_called_damaged(string name, string content)
    {
        AddTable();
        workflow.Write("a", name, content);
        ProblemOf("a").ShouldBe(TableProblem.Damaged);
    }

    [Fact]
    public void Rows_that_are_cut_off_are_called_damaged_at_every_length()
    {
        var whole = new Container(Text) { Compression = "None" };
        whole.Row("Row0", Cell(0, Utf("abc")));
        var length = whole.Plain.Length;
        for (var cut = 0; cut < length; cut++)
        {
            var container = new Container(Text) { Compression = "None", Cut = cut };
            container.Row("Row0", Cell(0, Utf("abc")));
            workflow.AddContainer("a", 1, Columns, container);
            ProblemOf("a").ShouldBe(TableProblem.Damaged, $"cut at {cut}");
        }
    }

    [Fact]
    public void Java_objects_of_KNIME_1_and_unknown_kinds_of_tables_are_called_unsupported()
    {
        workflow.AddContainer("a", 1, Columns, new Container(Text) { Version = 5 });
        workflow.AddReference("b", 2, "quantum_table", "");
        ProblemOf("a").ShouldBe(TableProblem.Unsupported);
        ProblemOf("b").ShouldBe(TableProblem.Unsupported);
    }

    [Fact]
    public void A_reference_to_nothing_and_a_circle_are_called_so()
    {
        workflow.AddReference("a", 1, "wrapped_table", Entry("table_reference_ID", "xint", 9));
        workflow.AddReference("b", 2, "new_spec_table", Entry("table_reference_ID", "xint", 3));
        workflow.AddReference("c", 3, "new_spec_table", Entry("table_reference_ID", "xint", 2));
        ProblemOf("a").ShouldBe(TableProblem.NotStored);
        ProblemOf("b").ShouldBe(TableProblem.Circular);
    }

    [Fact]
    public void Tables_that_double_one_another_are_called_too_large()
    {
        AddTable();
        for (var i = 2; i < 50; i++)
        {
            workflow.AddReference(
                $"t{i}",
                i,
                i % 2 == 0 ? "joined_table" : "concatenate_table",
                Entry("leftTableID", "xint", i - 1)
                    + Entry("rightTableID", "xint", i - 1)
                    + StoredWorkflow.Array("table_reference_IDS", "xint", i - 1, i - 1),
                Columns
            );
        }
        ProblemOf("t49").ShouldBe(TableProblem.TooLarge);
    }

    [Fact]
    public void Sizes_that_only_a_header_claims_cost_no_memory()
    {
        var list = "org.knime.core.data.collection.ListCell";
        var container = new Container(Text, list).Row(
            "r",
            Cell(0, [0xFF, 0xFF, .. Long(long.MaxValue)])
        );
        workflow.AddContainer("text", 1, Columns, container);
        container = new Container(Text, list).Row("r", Cell(1, Integer(int.MaxValue)));
        workflow.AddContainer("list", 2, Columns, container);

        var before = GC.GetAllocatedBytesForCurrentThread();
        ProblemOf("text").ShouldBe(TableProblem.Damaged);
        ProblemOf("list").ShouldBe(TableProblem.Damaged);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(10 << 20);
    }

    [Fact]
    public void Lists_in_lists_in_lists_do_not_exhaust_the_stack()
    {
        var list = "org.knime.core.data.collection.ListCell";
        byte[] cell = Missing;
        for (var i = 0; i < 10_000; i++)
        {
            cell = Cell(0, Integer(1), cell);
        }
        workflow.AddContainer("a", 1, Columns, new Container(list).Row("r", cell));
        ProblemOf("a").ShouldBe(TableProblem.TooLarge);
    }

    /// <summary><c>K2P_FUZZ</c> says how many; a share of them by default.</summary>
    [Fact]
    public void Containers_with_flipped_cut_and_repeated_bytes_end_with_a_reason()
    {
        var count = int.Parse(
            Environment.GetEnvironmentVariable("K2P_FUZZ") ?? "1000",
            CultureInfo.InvariantCulture
        );
        var seeds = Seeds();
        var random = new Random(20261123);
        var watch = Stopwatch.StartNew();
        var before = Environment.WorkingSet;
        var (slowest, memory, readable) = (TimeSpan.Zero, 0L, 0);
        for (var i = 0; i < count; i++)
        {
            var (folder, bytes) = seeds[i % seeds.Count];
            var started = watch.Elapsed;
            File.WriteAllBytes(Path.Join(workflow.Root, folder, "data.zip"), Mutate(bytes, random));
            readable += Read(folder) is null ? 1 : 0;
            slowest = TimeSpan.FromTicks(Math.Max(slowest.Ticks, (watch.Elapsed - started).Ticks));
            memory = Math.Max(memory, Environment.WorkingSet - before);
        }
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{count} containers, {readable} of them still readable, slowest {slowest.TotalMilliseconds:F0} ms, {memory >> 20} MiB more than before"
        );
        slowest.ShouldBeLessThan(TimeSpan.FromSeconds(10));
        memory.ShouldBeLessThan(500L << 20);
    }

    private List<(string Folder, byte[] Bytes)> Seeds()
    {
        var seeds = new List<(string, byte[])>();
        string[] compressions = ["Snappy", "Gzip", "None"];
        foreach (var compression in compressions)
        {
            var list = "org.knime.core.data.collection.ListCell";
            var container = new Container(Text, Int, Container.Double, list)
            {
                Compression = compression,
                Stored = true,
            };
            for (var i = 0; i < 40; i++)
            {
                container.Row(
                    $"Row{i}",
                    Cell(0, Utf($"text {i}")),
                    Cell(1, Integer(i)),
                    Cell(2, Number(i / 7.0)),
                    Cell(3, Integer(1), Cell(0, Utf("ab")))
                );
            }
            (string, string)[] columns =
            [
                ("a", Text),
                ("b", Int),
                ("c", Container.Double),
                ("d", list),
            ];
            workflow.AddContainer(compression, seeds.Count + 1, columns, container);
            seeds.Add((compression, container.Zip()));
        }
        foreach (var file in ColumnarFile.Samples())
        {
            workflow.AddColumnar(file.Name, seeds.Count + 1, file);
            seeds.Add((file.Name, file.Bytes));
        }
        return seeds;
    }

    private static byte[] Mutate(byte[] bytes, Random random)
    {
        var copy = bytes.ToArray();
        switch (random.Next(4))
        {
            case 0:
                return copy[..random.Next(copy.Length)];
            case 1:
                var from = random.Next(copy.Length);
                var length = random.Next(Math.Min(200, copy.Length - from));
                return [.. copy[..(from + length)], .. copy[from..]];
            default:
                for (var i = random.Next(1, 8); i > 0; i--)
                {
                    copy[random.Next(copy.Length)] = (byte)random.Next(256);
                }
                return copy;
        }
    }

    /// <summary>Reads a table to its end; null where that works.</summary>
    private TableException? Read(string folder)
    {
        try
        {
            using var rows = workflow.Open().Open(folder);
            while (rows.Next())
            {
                rows.Cells.Length.ShouldBeGreaterThan(0);
            }
            return null;
        }
        catch (TableException error)
        {
            return error;
        }
    }

    private TableProblem? ProblemOf(string folder) => Read(folder)?.Problem;

    private void AddTable() =>
        workflow.AddContainer("a", 1, Columns, new Container(Text).Row("Row0", Cell(0, Utf("x"))));
}

using System.IO.Compression;
using K2P.Tables;
using static K2P.Tests.Tables.Container;
using static K2P.Tests.Tables.StoredWorkflow;

namespace K2P.Tests.Tables;

public sealed class StoredTablesTests : IDisposable
{
    private static readonly (string Name, string CellClass)[] TwoColumns =
    [
        ("name", Text),
        ("size", Int),
    ];

    private readonly StoredWorkflow workflow = new();

    public void Dispose() => workflow.Dispose();

    [Theory]
    [InlineData(6, "Gzip")]
    [InlineData(8, "Gzip")]
    [InlineData(10, "Gzip")]
    [InlineData(11, "None")]
    [InlineData(12, "Snappy")]
    [InlineData(12, "Gzip")]
    public void Every_version_and_compression_of_containers_is_read(int version, string compression)
    {
        var container = new Container(Text, Int) { Version = version, Compression = compression };
        for (var i = 0; i < 5000; i++)
        {
            container.Row($"Row{i}", Cell(0, Utf($"a bb {i} aabb")), Cell(1, Integer(i)));
        }
        workflow.AddContainer("port_1", 1, TwoColumns, container);

        var rows = workflow.Rows("port_1");
        rows.Count.ShouldBe(5000);
        rows[97].ShouldBe("Row97: a bb 97 aabb, 97");
        rows[4999].ShouldBe("Row4999: a bb 4999 aabb, 4999");
    }

    [Fact]
    public void Every_type_of_cell_is_read()
    {
        var cases = new (string Class, byte[] Bytes, string Expected)[]
        {
            (Text, Utf("naïve 𝄞 \0 end"), "naïve 𝄞 \0 end"),
            (Text, Utf(new string('x', 70_000)), new string('x', 70_000)),
            (Int, Integer(int.MinValue), "-2147483648"),
            (Core("def.LongCell"), Long(long.MaxValue), "9223372036854775807"),
            (Container.Double, Number(-0.0), "-0"),
            (Container.Double, Number(0.1), "0.1"),
            (Core("def.BooleanCell"), [1], "true"),
            (Core("MissingCell"), [1, .. Utf("division by zero")], "?"),
            (Core("MissingCell"), [0], "?"),
            (Core("time.localdate.LocalDateCell"), Long(-1), "-1"),
            (Core("time.localtime.LocalTimeCell"), Long(86_399_999_999_999), "86399999999999"),
            (Core("time.localdatetime.LocalDateTimeCell"), [.. Long(5), .. Long(7)], "5+7"),
            (
                Core("time.zoneddatetime.ZonedDateTimeCell"),
                [.. Long(5), .. Long(7), .. Integer(3600), .. "Europe/Berlin"u8],
                "5+7+3600Europe/Berlin"
            ),
            (Core("time.duration.DurationCell"), [.. Long(-3), .. Integer(9)], "-3s9n"),
            (
                Core("time.period.PeriodCell"),
                [.. Integer(1), .. Integer(0), .. Integer(-2)],
                "P1Y-2D"
            ),
            (Core("date.DateAndTimeCell"), [.. Long(1000), 1, 1, 0], "1000/Date, Time"),
            (Core("def.ComplexNumberCell"), [.. Number(1), .. Number(2)], "1|2"),
            (Core("def.IntervalCell"), [.. Number(1), .. Number(2), 1, 0], "1|2"),
            (Core("def.FuzzyNumberCell"), [.. Number(1), .. Number(2), .. Number(3)], "1|2|3"),
            (Core("json.JSONCell"), Utf("{\"a\":1}"), "{\"a\":1}"),
            (Core("xml.XMLCell"), Utf("<a/>"), "<a/>"),
            (Core("image.png.PNGImageCell"), [.. Integer(2), 0x61, 0x62], "6162"),
            (
                "org.knime.filehandling.core.data.location.cell.SimpleFSLocationCell",
                [.. Utf("RELATIVE"), 1, .. Utf("workflow"), .. Utf("data/x.csv")],
                "data/x.csv"
            ),
            ("org.example.MoleculeCell", [1, 2, 3], "<org.example.MoleculeCell 3>"),
        };
        var classes = cases.Select(each => each.Class).Distinct().ToArray();
        var container = new Container(classes);
        foreach (var each in cases)
        {
            container.Row("r", Cell(System.Array.IndexOf(classes, each.Class), each.Bytes));
        }
        workflow.AddContainer("port_1", 1, [("any", "")], container);

        workflow.Rows("port_1").ShouldBe(cases.Select(each => $"r: {each.Expected}"));
    }

    [Fact]
    public void Collections_hold_cells_of_any_class_and_of_collections()
    {
        string[] classes = [Core("collection.ListCell"), Core("collection.SetCell"), Text, Int];
        byte[] inner = Cell(1, Integer(2), Cell(3, Integer(1)), Missing);
        var container = new Container(classes).Row(
            "r",
            Cell(0, Integer(3), Cell(2, Utf("ab")), inner, Missing)
        );
        workflow.AddContainer("port_1", 1, [("list", classes[0])], container);

        workflow.Rows("port_1").ShouldBe(["r: [ab {1 ?} ?]"]);
    }

    [Fact]
    public void Large_cells_are_read_from_their_own_files_and_from_those_of_the_table_that_first_held_them()
    {
        var blob = Core("xml.XMLBlobCell");
        byte[] Address(int table) => Cell(0, Integer(table), Integer(0), Integer(1001), [1]);
        var first = new Container(blob).Row("r", Address(1));
        first.Others["blobs/col_0//000//001//1001.bin.gz"] = Gzip(Utf("<large/>"));
        workflow.AddContainer("Reader (#1)/port_1", 1, [("xml", blob)], first);
        workflow.AddContainer(
            "Sorter (#2)/port_1",
            2,
            [("xml", blob)],
            new Container(blob).Row("r", Address(1))
        );

        workflow.Rows("Reader (#1)/port_1").ShouldBe(["r: <large/>"]);
        workflow.Rows("Sorter (#2)/port_1").ShouldBe(["r: <large/>"]);
    }

    [Fact]
    public void Rearranged_tables_take_columns_of_another_and_of_their_own()
    {
        AddBase();
        workflow.AddReference(
            "b",
            2,
            "rearrange_columns_table",
            Entry("table_reference_ID", "xint", 1)
                + StoredWorkflow.Array("table_internal_map", "xint", 1, 0, 0)
                + StoredWorkflow.Array("table_internal_flags", "xboolean", "true", "false", "true"),
            [("size", Int), ("new", Text), ("name", Text)],
            new Container(Text).Row(null, Cell(0, Utf("x"))).Row(null, Missing)
        );

        workflow.Rows("b").ShouldBe(["Row0: 1, x, one", "Row1: 2, ?, two"]);
    }

    [Fact]
    public void Tables_under_another_spec_wrapped_ones_and_those_of_the_same_node_are_the_table_itself()
    {
        AddBase();
        var reference = Entry("table_reference_ID", "xint", 1);
        workflow.AddReference("spec", 2, "new_spec_table", reference, [("n", Text), ("s", Int)]);
        workflow.AddReference(
            "wrapped",
            3,
            "wrapped_table",
            Entry("table_reference_ID", "xint", 2)
        );
        workflow.AddReference("same", 3, "reference_from_same_node_table", "");

        string[] expected = ["Row0: one, 1", "Row1: two, 2"];
        workflow.Rows("spec").ShouldBe(expected);
        workflow.Rows("wrapped").ShouldBe(expected);
        workflow.Rows("same").ShouldBe(expected);
        workflow.Open().Columns("same").Select(column => column.Name).ShouldBe(["n", "s"]);
        workflow.Open().RowCount("same").ShouldBe(2);
    }

    [Theory]
    [InlineData("CreateNew", null, "Row0 Row1 Row2 Row3")]
    [InlineData("AppendSuffix", "_dup", "Row0 Row1 Row0_dup Row1_dup")]
    [InlineData("Skip", null, "Row0 Row1")]
    [InlineData("Fail", null, "Row0 Row1 Row0 Row1")]
    public void Stacked_tables_match_columns_by_name_and_treat_row_ids_as_they_were_told(
        string policy,
        string? suffix,
        string ids
    )
    {
        AddBase();
        workflow.AddContainer("c", 2, [("size", Int)], Sizes());
        workflow.AddReference(
            "stacked",
            3,
            "concatenate_table",
            StoredWorkflow.Array("table_reference_IDS", "xint", 1, 2)
                + Entry("duplicate_row_key_policy", "xstring", policy)
                + Entry("duplicate_row_key_suffix", "xstring", suffix),
            TwoColumns
        );

        var rows = workflow.Rows("stacked");
        rows.Select(row => row.Split(':')[0]).ShouldBe(ids.Split(' '));
        if (rows.Count == 4)
        {
            rows[3].ShouldEndWith(": ?, 20");
        }
    }

    [Fact]
    public void Joined_tables_stand_side_by_side_and_void_ones_have_no_rows()
    {
        AddBase();
        workflow.AddContainer("c", 2, [("size", Int)], Sizes());
        workflow.AddReference(
            "joined",
            3,
            "joined_table",
            Entry("leftTableID", "xint", 1) + Entry("rightTableID", "xint", 2),
            [.. TwoColumns, ("size (#1)", Int)]
        );
        workflow.AddReference("void", 4, "void_table", "", TwoColumns);

        workflow.Rows("joined").ShouldBe(["Row0: one, 1, 10", "Row1: two, 2, 20"]);
        workflow.Rows("void").ShouldBeEmpty();
    }

    [Fact]
    public void What_KNIME_knew_of_the_values_is_read_with_the_columns()
    {
        var value = Entry("datacell", "xstring", Text);
        var domain = Config(
            "column_domain",
            Config(
                "possible_values",
                Config("0", value + Config(Text, Entry("StringCell", "xstring", "low")))
                    + Config("1", value + Config(Text, Entry("StringCell", "xstring", "high")))
            ) + Config("lower_bound", value + Config(Text, Entry("StringCell", "xstring", "a")))
        );
        AddBase();
        workflow.Write(
            "a",
            "spec.xml",
            Spec(TwoColumns)
                .Replace(
                    "<config key=\"column_type\">",
                    domain + "<config key=\"column_type\">",
                    StringComparison.Ordinal
                )
        );

        var column = workflow.Open().Columns("a")[0];
        column.Domain.Values.ShouldBe(["low", "high"]);
        column.Domain.Lower.ShouldBe("a");
        column.Domain.Upper.ShouldBeNull();
    }

    [Fact]
    public void Files_of_the_columnar_backend_are_read_in_every_compression()
    {
        foreach (var file in ColumnarFile.Samples())
        {
            workflow.AddColumnar(file.Name, 1, file);

            var rows = workflow.Rows(file.Name);
            rows.Count.ShouldBe(300);
            rows[7].ShouldBe("Row7: ?, 1.75, 7, false, 7, 7+7000000007, category 1, [7 8]");
            rows[299].ShouldStartWith("Row299: text 299, 74.75, 299, false, 299, 299+299000000299");
        }
    }

    [Fact]
    public void Table_files_bring_their_own_columns()
    {
        var container = new Container(Text).Row("Row0", Cell(0, Utf("x")));
        container.Others["spec.xml"] = System.Text.Encoding.UTF8.GetBytes(Spec([("only", Text)]));
        var bytes = container.Zip();

        var (columns, rows) = TableFile.Open(() => new MemoryStream(bytes), new TableLimits());
        using (rows)
        {
            columns.ShouldHaveSingleItem().Name.ShouldBe("only");
            rows.Next().ShouldBeTrue();
            rows.Cells[0].Text.ShouldBe("x");
            rows.Next().ShouldBeFalse();
        }
    }

    private static string Core(string name) => $"org.knime.core.data.{name}";

    private static Container Sizes() =>
        new Container(Int).Row("Row0", Cell(0, Integer(10))).Row("Row1", Cell(0, Integer(20)));

    private void AddBase() =>
        workflow.AddContainer(
            "a",
            1,
            TwoColumns,
            new Container(Text, Int)
                .Row("Row0", Cell(0, Utf("one")), Cell(1, Integer(1)))
                .Row("Row1", Cell(0, Utf("two")), Cell(1, Integer(2)))
        );

    private static byte[] Gzip(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            foreach (var each in content)
            {
                gzip.Write(each is (byte)'a' or (byte)'b' ? [(byte)'b', each] : [each]);
            }
        }
        return packed.ToArray();
    }
}

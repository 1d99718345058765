namespace K2P.Tests.Flow;

/// <summary>Flow variables that nodes make reach the settings that they control.</summary>
public class MadeVariableTests
{
    private static readonly string[][] Ages =
    [
        ["12"],
        ["18"],
        ["30"],
    ];

    [Theory]
    [InlineData(true, "exact")]
    [InlineData(false, "partial")]
    public void The_first_row_gives_the_bound_of_a_filter(bool hasRun, string status)
    {
        using var scratch = new Scratch();
        (string, string, object)[] stored = [("RowID", "STRING", "Row0"), ("least", "INTEGER", 12)];
        var flow = new SmallWorkflow()
            .AddTable(1, ["age"], "IntCell", Ages)
            .AddTable(2, ["least"], "IntCell", ["18"])
            .AddRowToVariable(3, hasRun ? stored : null)
            .AddAtLeast(4, "age", 0, "least")
            .AddCsvWriter(5, "ages.csv")
            .Chain(2, 3)
            .Wire(3, 1, 4, 0)
            .Chain(1, 4, 5)
            .Convert(scratch);

        flow.ShouldBeExact("3");
        flow.Statuses["4"].ShouldBe(status, string.Join('\n', flow.Remarks("4")));
        flow.Run("ages.csv").ShouldBe("age\n18\n30\n");
    }

    [Fact]
    public void A_column_gives_variables_that_the_RowIDs_name()
    {
        using var scratch = new Scratch();
        var flow = new SmallWorkflow()
            .AddTable(1, ["age"], "IntCell", Ages)
            .AddColumnToVariable(2, "age", [("Row2", "INTEGER", 1)])
            .AddAtLeast(3, "age", 0, "Row2")
            .AddCsvWriter(4, "ages.csv")
            .Chain(1, 2)
            .Wire(2, 1, 3, 0)
            .Chain(1, 3, 4)
            .Convert(scratch);

        flow.ShouldBeExact("3");
        flow.Run("ages.csv").ShouldBe("age\n30\n");
    }

    [Fact]
    public void The_last_port_of_a_merge_wins()
    {
        using var scratch = new Scratch();
        var flow = new SmallWorkflow()
            .AddTable(1, ["age"], "IntCell", Ages)
            .AddVariable(2, "least", "int", "18")
            .AddVariable(3, "least", "int", "30")
            .AddMerge(4)
            .AddAtLeast(5, "age", 0, "least")
            .AddCsvWriter(6, "ages.csv")
            .Chain(2, 4)
            .Wire(3, 1, 4, 2)
            .Wire(4, 1, 5, 0)
            .Chain(1, 5, 6)
            .Convert(scratch);

        flow.Statuses["4"].ShouldBe("skipped");
        flow.ShouldBeExact("5");
        flow.Run("ages.csv").ShouldBe("age\n30\n");
    }

    [Fact]
    public void A_variable_made_inside_a_component_leaves_it_through_its_output()
    {
        using var scratch = new Scratch();
        var inside = new SmallWorkflow()
            .AddInput(1)
            .AddRowToVariable(2, [("RowID", "STRING", "Row0"), ("least", "INTEGER", 1)])
            .AddOutput(3, "least")
            .Chain(1, 2)
            .Wire(2, 1, 3, 0);
        var flow = new SmallWorkflow()
            .AddTable(1, ["age"], "IntCell", Ages)
            .AddTable(2, ["least"], "IntCell", ["18"])
            .AddComponent(3, "Bound", inside)
            .AddAtLeast(4, "age", 0, "least")
            .AddCsvWriter(5, "ages.csv")
            .Chain(2, 3)
            .Wire(3, 0, 4, 0)
            .Chain(1, 4, 5)
            .Convert(scratch);

        flow.ShouldBeExact("4");
        flow.Run("ages.csv").ShouldBe("age\n18\n30\n");
    }

    [Fact]
    public void A_variable_made_in_a_metanode_within_a_component_reaches_a_sibling_component()
    {
        using var scratch = new Scratch();
        var metanode = new SmallWorkflow()
            .AddRowToVariable(1, [("RowID", "STRING", "Row0"), ("least", "INTEGER", 1)])
            .Wire(-1, 0, 1, 1)
            .Wire(1, 1, -1, 0);
        var inside = new SmallWorkflow()
            .AddInput(1)
            .AddMetanode(2, "Read", metanode)
            .AddOutput(3, "least")
            .Wire(1, 1, 2, 0)
            .Wire(2, 0, 3, 0)
            .Wire(1, 1, 3, 1);
        var reader = new SmallWorkflow()
            .AddInput(1, "least")
            .AddAtLeast(2, "age", 0, "least")
            .AddOutput(3)
            .Chain(1, 2, 3);
        var flow = new SmallWorkflow()
            .AddTable(1, ["age"], "IntCell", Ages)
            .AddTable(2, ["least"], "IntCell", ["18"])
            .AddComponent(3, "Bound", inside)
            .AddComponent(4, "Filter", reader)
            .AddCsvWriter(5, "ages.csv")
            .Chain(2, 3)
            .Wire(3, 0, 4, 0)
            .Chain(1, 4, 5)
            .Convert(scratch);

        flow.ShouldBeExact("4:2");
        flow.Run("ages.csv").ShouldBe("age\n18\n30\n");
    }

    [Fact]
    public void A_path_is_joined_of_a_variable_and_names_the_file_that_is_written()
    {
        using var scratch = new Scratch();
        var flow = new SmallWorkflow { Variables = [("stem", "STRING", "all")] }
            .AddTable(1, ["age"], "IntCell", Ages)
            .AddFileName(2, "results/", "stem", "csv", "target")
            .AddCsvWriter(3, "never.csv", [("filename", "target")])
            .Wire(2, 1, 3, 0)
            .Chain(1, 3)
            .Convert(scratch);

        flow.ShouldBeExact("2");
        flow.ShouldBeExact("3");
        flow.Run("all.csv").ShouldStartWith("age\n");
        flow.Run("some.csv", "--stem", "some").ShouldStartWith("age\n");
    }

    [Fact]
    public void A_node_that_has_not_run_may_hide_a_variable_and_that_is_said()
    {
        using var scratch = new Scratch();
        var flow = new SmallWorkflow { Variables = [("least", "INTEGER", 18)] }
            .AddTable(1, ["age"], "IntCell", Ages)
            .AddColumnToVariable(2, "age")
            .AddAtLeast(3, "age", 0, "least")
            .AddCsvWriter(4, "ages.csv")
            .Chain(1, 2)
            .Wire(2, 1, 3, 0)
            .Chain(1, 3, 4)
            .Convert(scratch);

        flow.Statuses["3"].ShouldBe("partial");
        flow.Remarks("3")
            .ShouldContain(remark => remark.Contains("may make a flow variable 'least'"));
        flow.Run("ages.csv").ShouldBe("age\n18\n30\n");
    }

    [Fact]
    public void A_variable_filter_keeps_a_variable_from_its_readers()
    {
        using var scratch = new Scratch();
        var flow = new SmallWorkflow
        {
            Variables = [("kept", "INTEGER", 18), ("least", "INTEGER", 30)],
        }
            .AddTable(1, ["age"], "IntCell", Ages)
            .AddVariableFilter(2, "kept")
            .AddAtLeast(3, "age", 12, "least")
            .AddAtLeast(4, "age", 0, "kept")
            .AddCsvWriter(5, "ages.csv")
            .Wire(2, 1, 3, 0)
            .Wire(2, 1, 4, 0)
            .Chain(1, 3, 4, 5)
            .Convert(scratch);

        flow.Statuses["3"].ShouldBe("partial");
        flow.ShouldBeExact("4");
        flow.Run("ages.csv").ShouldBe("age\n18\n30\n");
    }

    [Fact]
    public void A_text_that_was_made_a_path_and_a_text_again_stays_the_same()
    {
        using var scratch = new Scratch();
        var flow = new SmallWorkflow { Variables = [("name", "STRING", "a.csv")] }
            .AddTable(1, ["age"], "IntCell", Ages)
            .AddStringToPath(2, "name")
            .AddPathToString(3, "name_path")
            .AddCsvWriter(4, "never.csv", [("filename", "name_path_text")])
            .Wire(2, 1, 3, 1)
            .Wire(3, 1, 4, 0)
            .Chain(1, 4)
            .Convert(scratch);

        flow.ShouldBeExact("3");
        flow.ShouldBeExact("4");
        flow.Run("a.csv").ShouldStartWith("age\n");
        flow.Run("b.csv", "--name", "b.csv").ShouldStartWith("age\n");
    }

    [Fact]
    public void A_breakpoint_stops_where_a_variable_has_a_value()
    {
        using var scratch = new Scratch();
        var flow = new SmallWorkflow { Variables = [("fail", "INTEGER", 0)] }
            .AddTable(1, ["age"], "IntCell", Ages)
            .AddBreakpoint(2, "fail", "1")
            .AddCsvWriter(3, "ages.csv")
            .Chain(1, 2, 3)
            .Convert(scratch);

        flow.ShouldBeExact("2");
        flow.Run("ages.csv").ShouldStartWith("age\n");
        Should
            .Throw<ShouldAssertException>(() => flow.Run("ages.csv", "--fail", "1"))
            .Message.ShouldContain("RuntimeError: fail=1");
    }
}

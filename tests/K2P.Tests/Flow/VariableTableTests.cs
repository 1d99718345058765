namespace K2P.Tests.Flow;

/// <summary>Flow variables become cells, in the order in which KNIME lists them.</summary>
public class VariableTableTests
{
    [Fact]
    public void The_variable_that_was_made_last_is_the_first_column()
    {
        using var scratch = new Scratch();
        var flow = new SmallWorkflow { Variables = [("base", "INTEGER", 7)] }
            .AddVariable(1, "ratio", "double", "0.5")
            .AddVariable(2, "town", "str", "Ulm")
            .AddVariablesToRow(3, "base", "ratio", "town")
            .AddCsvWriter(4, "row.csv")
            .Wire(1, 1, 2, 1)
            .Wire(2, 1, 3, 1)
            .Chain(3, 4)
            .Convert(scratch);

        flow.ShouldBeExact("3");
        flow.Run("row.csv").ShouldBe("town,ratio,base\nUlm,0.5,7\n");
        flow.Run("row.csv", "--base", "8").ShouldBe("town,ratio,base\nUlm,0.5,8\n");
    }

    [Fact]
    public void The_first_row_comes_back_as_it_was()
    {
        using var scratch = new Scratch();
        var flow = new SmallWorkflow()
            .AddTable(1, ["a", "b", "c"], "IntCell", ["1", "2", "3"])
            .AddRowToVariable(
                2,
                [
                    ("RowID", "STRING", "Row0"),
                    ("c", "INTEGER", 3),
                    ("b", "INTEGER", 2),
                    ("a", "INTEGER", 1),
                ]
            )
            .AddVariablesToRow(3, "a", "b", "c")
            .AddCsvWriter(4, "row.csv")
            .Chain(1, 2, 3, 4)
            .Convert(scratch);

        flow.ShouldBeExact("3");
        flow.Run("row.csv").ShouldBe("a,b,c\n1,2,3\n");
    }

    [Fact]
    public void A_component_turns_the_order_round_where_it_hands_out()
    {
        using var scratch = new Scratch();
        var inside = new SmallWorkflow()
            .AddVariable(1, "first", "int", "1")
            .AddVariable(2, "second", "int", "2")
            .AddOutput(3, "first", "second")
            .Wire(1, 1, 2, 1)
            .Wire(2, 1, 3, 0);
        var flow = new SmallWorkflow()
            .AddComponent(1, "Make", inside)
            .AddVariablesToRow(2, "first", "second")
            .AddCsvWriter(3, "row.csv")
            .Wire(1, 0, 2, 1)
            .Chain(2, 3)
            .Convert(scratch);

        flow.ShouldBeExact("2");
        flow.Run("row.csv").ShouldBe("first,second\n1,2\n");
    }

    [Fact]
    public void A_column_whose_name_is_taken_says_that_it_is_a_variable()
    {
        using var scratch = new Scratch();
        var flow = new SmallWorkflow
        {
            Variables = [("age", "INTEGER", 7), ("more", "STRING", "x")],
        }
            .AddTable(1, ["age"], "IntCell", ["12"], ["18"])
            .AddVariablesToColumns(2, "age", "more")
            .AddCsvWriter(3, "ages.csv")
            .Wire(1, 1, 2, 2)
            .Chain(2, 3)
            .Convert(scratch);

        flow.ShouldBeExact("2");
        flow.Run("ages.csv").ShouldBe("age,age (variable),more\n12,7,x\n18,7,x\n");
    }

    [Fact]
    public void A_variable_that_nothing_makes_is_left_out_and_that_is_said()
    {
        using var scratch = new Scratch();
        var flow = new SmallWorkflow { Variables = [("known", "INTEGER", 7)] }
            .AddVariablesToRow(1, "known", "unknown")
            .AddCsvWriter(2, "row.csv")
            .Chain(1, 2)
            .Convert(scratch);

        flow.Statuses["1"].ShouldBe("partial");
        flow.Remarks("1").ShouldContain(remark => remark.Contains("'unknown'"));
        flow.Run("row.csv").ShouldBe("known\n7\n");
    }
}

namespace K2P.Tests.Flow;

/// <summary>Settings that flow variables control become parameters, and the variables reach them through every border.</summary>
public class ControlledSettingTests
{
    private static readonly string[][] Ages =
    [
        ["12"],
        ["18"],
        ["30"],
    ];

    [Fact]
    public void A_variable_of_the_workflow_is_an_option_of_the_script()
    {
        using var scratch = new Scratch();
        var flow = new SmallWorkflow { Variables = [("min age", "INTEGER", 18)] }
            .AddTable(1, ["age"], "IntCell", Ages)
            .AddAtLeast(2, "age", 0, "min age")
            .AddCsvWriter(3, "ages.csv")
            .Chain(1, 2, 3)
            .Convert(scratch);

        flow.ShouldBeExact("2");
        flow.Script.ShouldContain("*, min_age: int = 18");
        flow.Run("ages.csv").ShouldBe("age\n18\n30\n");
        flow.Run("ages.csv", "--min-age", "30").ShouldBe("age\n30\n");
    }

    [Fact]
    public void A_component_hands_in_what_its_input_lets_through()
    {
        using var scratch = new Scratch();
        var inside = new SmallWorkflow()
            .AddInput(1, "limit")
            .AddAtLeast(2, "age", 0, "limit")
            .AddOutput(3)
            .Chain(1, 2, 3);
        var flow = new SmallWorkflow { Variables = [("limit", "INTEGER", 18)] }
            .AddTable(1, ["age"], "IntCell", Ages)
            .AddComponent(2, "Adults", inside)
            .AddCsvWriter(3, "ages.csv")
            .Chain(1, 2, 3)
            .Convert(scratch);

        flow.ShouldBeExact("2:2");
        flow.Run("ages.csv", "--limit", "30").ShouldBe("age\n30\n");
    }

    [Fact]
    public void A_component_keeps_out_what_its_input_does_not_let_through()
    {
        using var scratch = new Scratch();
        var inside = new SmallWorkflow()
            .AddInput(1)
            .AddAtLeast(2, "age", 18, "limit")
            .AddOutput(3)
            .Chain(1, 2, 3);
        var flow = new SmallWorkflow { Variables = [("limit", "INTEGER", 30)] }
            .AddTable(1, ["age"], "IntCell", Ages)
            .AddComponent(2, "Adults", inside)
            .AddCsvWriter(3, "ages.csv")
            .Chain(1, 2, 3)
            .Convert(scratch);

        flow.Statuses["2:2"].ShouldBe("partial");
        flow.Run("ages.csv").ShouldBe("age\n18\n30\n");
    }

    [Fact]
    public void A_value_that_does_more_than_stand_in_the_code_stays_as_it_was()
    {
        using var scratch = new Scratch();
        var flow = new SmallWorkflow { Variables = [("quotes", "STRING", "ALWAYS")] }
            .AddTable(1, ["age"], "IntCell", Ages)
            .AddCsvWriter(2, "ages.csv", [("quoteMode", "quotes")])
            .Chain(1, 2)
            .Convert(scratch);

        flow.Statuses["2"].ShouldBe("partial");
        flow.Remarks("2")
            .ShouldContain(remark => remark.Contains("quoteMode") && remark.Contains("'quotes'"));
        flow.Run("ages.csv").ShouldBe("\"age\"\n\"12\"\n\"18\"\n\"30\"\n");
    }

    [Fact]
    public void A_text_may_hold_anything()
    {
        using var scratch = new Scratch();
        var flow = new SmallWorkflow { Variables = [("file", "STRING", "plain.csv")] }
            .AddTable(1, ["age"], "IntCell", Ages)
            .AddCsvWriter(2, "never.csv", [("filename", "file")])
            .Chain(1, 2)
            .Convert(scratch);

        flow.ShouldBeExact("2");
        flow.Run("plain.csv").ShouldStartWith("age\n");
        flow.Run("it's \"odd\" {0}.csv", "--file", "it's \"odd\" {0}.csv").ShouldStartWith("age\n");
    }

    [Fact]
    public void A_boolean_becomes_a_choice()
    {
        using var scratch = new Scratch();
        var flow = new SmallWorkflow { Variables = [("header", "BOOLEAN", true)] }
            .AddTable(1, ["age"], "IntCell", Ages)
            .AddCsvWriter(2, "ages.csv", [("writeColHeader", "header")])
            .Chain(1, 2)
            .Convert(scratch);

        flow.ShouldBeExact("2");
        flow.Run("ages.csv").ShouldBe("age\n12\n18\n30\n");
        flow.Run("ages.csv", "--no-header").ShouldBe("12\n18\n30\n");
    }
}

namespace K2P.Tests.Flow;

/// <summary>What the user enters in dialogs is a parameter: of the component's function, or of the script.</summary>
public class DialogValueTests
{
    private static readonly string[][] Ages =
    [
        ["12"],
        ["18"],
        ["30"],
    ];

    private static SmallWorkflow Bound() =>
        new SmallWorkflow()
            .AddInput(1)
            .AddIntegerConfiguration(2, "least", 12)
            .AddAtLeast(3, "age", 0, "least")
            .AddOutput(4)
            .Wire(2, 1, 3, 0)
            .Chain(1, 3, 4);

    [Fact]
    public void A_value_outside_of_components_is_an_option_of_the_script()
    {
        using var scratch = new Scratch();
        var flow = new SmallWorkflow()
            .AddTable(1, ["age"], "IntCell", Ages)
            .AddStringInput(2, "target", "out.csv")
            .AddCsvWriter(3, "never.csv", [("filename", "target")])
            .Wire(2, 1, 3, 0)
            .Chain(1, 3)
            .Convert(scratch);

        flow.ShouldBeExact("2");
        flow.ShouldBeExact("3");
        flow.Run("out.csv").ShouldStartWith("age\n");
        flow.Run("other.csv", "--target", "other.csv").ShouldStartWith("age\n");
    }

    [Fact]
    public void A_value_inside_a_metanode_is_an_option_of_the_script()
    {
        using var scratch = new Scratch();
        var inside = new SmallWorkflow()
            .AddStringInput(1, "target", "never.csv", last: "last.csv")
            .AddCsvWriter(2, "never.csv", [("filename", "target")])
            .Wire(1, 1, 2, 0)
            .Wire(-1, 0, 2, 1);
        var flow = new SmallWorkflow()
            .AddTable(1, ["age"], "IntCell", Ages)
            .AddMetanode(2, "Write", inside)
            .Wire(1, 1, 2, 0)
            .Convert(scratch);

        flow.Run("last.csv").ShouldStartWith("age\n");
        flow.Run("other.csv", "--target", "other.csv").ShouldStartWith("age\n");
    }

    [Fact]
    public void The_dialog_of_a_component_stands_above_the_default_inside()
    {
        using var scratch = new Scratch();
        var flow = new SmallWorkflow()
            .AddTable(1, ["age"], "IntCell", Ages)
            .AddComponent(2, "Adults", Bound(), DialogNodes.Entered("least", 2, 18))
            .AddCsvWriter(3, "ages.csv")
            .Chain(1, 2, 3)
            .Convert(scratch);

        flow.ShouldBeExact("2:3");
        flow.Script.ShouldContain("*, least: int = 18");
        flow.Run("ages.csv").ShouldBe("age\n18\n30\n");
    }

    [Fact]
    public void A_component_without_an_entry_has_the_default_inside()
    {
        using var scratch = new Scratch();
        var flow = new SmallWorkflow()
            .AddTable(1, ["age"], "IntCell", Ages)
            .AddComponent(2, "Adults", Bound())
            .AddCsvWriter(3, "ages.csv")
            .Chain(1, 2, 3)
            .Convert(scratch);

        flow.Run("ages.csv").ShouldBe("age\n12\n18\n30\n");
    }

    [Fact]
    public void A_variable_may_control_the_dialog_of_a_component()
    {
        using var scratch = new Scratch();
        var flow = new SmallWorkflow { Variables = [("limit", "INTEGER", 18)] }
            .AddTable(1, ["age"], "IntCell", Ages)
            .AddComponent(
                2,
                "Adults",
                Bound(),
                DialogNodes.Entered("least", 2, 12),
                [("least-2/integer", "limit")]
            )
            .AddCsvWriter(3, "ages.csv")
            .Chain(1, 2, 3)
            .Convert(scratch);

        flow.ShouldBeExact("2:2");
        flow.Run("ages.csv").ShouldBe("age\n18\n30\n");
        flow.Run("ages.csv", "--limit", "30").ShouldBe("age\n30\n");
    }
}

using K2P.Tests.Support;

namespace K2P.Tests.Flow;

/// <summary>Loops become loops: what reaches the node behind them is what KNIME's loop ends collect.</summary>
public class LoopTests
{
    private const string Looper = "org.knime.base.node.meta.looper.";

    private static SmallWorkflow Cities() =>
        new SmallWorkflow().AddTable(
            1,
            ["city", "people"],
            "StringCell",
            ["Rome", "3"],
            ["Bonn", "1"],
            ["Rome", "4"]
        );

    [Fact]
    public void A_counting_loop_repeats_its_rows_and_numbers_the_rounds()
    {
        using var scratch = new Scratch();
        var flow = Cities()
            .Add(2, Looper + "LoopStartCountNodeFactory", new Branch { { "loops", 2 } })
            .AddLoopEnd(3)
            .AddCsvWriter(4, "rounds.csv", rowIds: true)
            .Chain(1, 2, 3, 4)
            .Convert(scratch);

        flow.Statuses.Values.ShouldAllBe(status => status == "exact");
        flow.Run("rounds.csv")
            .ShouldBe(
                """
                row ID,city,people,Iteration
                Row0#0,Rome,3,0
                Row1#0,Bonn,1,0
                Row2#0,Rome,4,0
                Row0#1,Rome,3,1
                Row1#1,Bonn,1,1
                Row2#1,Rome,4,1

                """.ReplaceLineEndings("\n")
            );
    }

    [Fact]
    public void A_group_loop_hands_its_groups_to_the_settings_in_its_body()
    {
        using var scratch = new Scratch();
        var flow = Cities()
            .Add(
                2,
                Looper + "group.GroupLoopStartNodeFactory",
                new Branch
                {
                    { "GroupColNames", Nodes.Including("city") },
                    { "SortedInput", false },
                },
                stack: [("city", "STRING", "Rome"), ("currentIteration", "INTEGER", 1)]
            )
            .AddCsvWriter(5, "never.csv", [("filename", "city")])
            .AddLoopEnd(3, hasIteration: false, rowIds: "UNMODIFIED")
            .AddCsvWriter(4, "all.csv")
            .Chain(1, 2, 3, 4)
            .Chain(2, 5)
            .Convert(scratch);

        flow.Statuses.Values.ShouldAllBe(status => status == "exact");
        flow.Run("all.csv").ShouldBe("city,people\nBonn,1\nRome,3\nRome,4\n");
        flow.Run("Rome").ShouldBe("city,people\nRome,3\nRome,4\n");
        flow.Run("Bonn").ShouldBe("city,people\nBonn,1\n");
    }

    [Fact]
    public void A_chunk_loop_inside_a_counting_loop_keeps_to_its_own_rounds()
    {
        using var scratch = new Scratch();
        var flow = Cities()
            .Add(2, Looper + "LoopStartCountNodeFactory", new Branch { { "loops", 2 } })
            .Add(
                3,
                Looper + "chunk.LoopStartChunkNodeFactory",
                new Branch
                {
                    { "mode", "NrOfChunks" },
                    { "nrRowsPerChunk", 1 },
                    { "nrOfChunks", 2 },
                }
            )
            .AddLoopEnd(4, rowIds: "UNMODIFIED")
            .AddLoopEnd(5, hasIteration: false, rowIds: "GENERATE_NEW")
            .AddCsvWriter(6, "all.csv", rowIds: true)
            .Chain(1, 2, 3, 4, 5, 6)
            .Convert(scratch);

        flow.Statuses.Values.ShouldAllBe(status => status == "exact");
        flow.Run("all.csv")
            .ShouldBe(
                """
                row ID,city,people,Iteration
                Row0,Rome,3,0
                Row1,Bonn,1,0
                Row2,Rome,4,1
                Row3,Rome,3,0
                Row4,Bonn,1,0
                Row5,Rome,4,1

                """.ReplaceLineEndings("\n")
            );
    }

    [Fact]
    public void A_cross_validation_collects_predictions_and_counts_errors()
    {
        using var scratch = new Scratch();
        var flow = new SmallWorkflow()
            .AddTable(
                1,
                ["is", "said"],
                "StringCell",
                ["a", "a"],
                ["a", "b"],
                ["b", "b"],
                ["b", "b"]
            )
            .Add(
                2,
                "org.knime.base.node.meta.xvalidation.XValidatePartitionerFactory",
                new Branch
                {
                    { "validations", 2 },
                    { "randomSampling", false },
                    { "leaveOneOut", false },
                    { "stratifiedSampling", false },
                    { "classColumn", null },
                    { "useRandomSeed", false },
                    { "randomSeed", 0L },
                }
            )
            .Add(
                3,
                "org.knime.base.node.meta.xvalidation.AggregateOutputNodeFactory",
                new Branch
                {
                    { "predictionColumn", "said" },
                    { "targetColumn", "is" },
                    { "addFoldId", true },
                }
            )
            .AddCsvWriter(4, "said.csv")
            .AddCsvWriter(5, "errors.csv", rowIds: true)
            .Chain(1, 2)
            .Wire(2, 2, 3, 1)
            .Wire(3, 1, 4, 1)
            .Wire(3, 2, 5, 1)
            .Convert(scratch);

        flow.Statuses.Values.ShouldAllBe(status => status == "exact");
        flow.Run("said.csv").ShouldBe("is,said,fold #\na,a,0\na,b,0\nb,b,1\nb,b,1\n");
        flow.Run("errors.csv")
            .ShouldBe(
                "row ID,Error in %,Size of Test Set,Error Count\nfold 0,50.0,2,1\nfold 1,0.0,2,0\n"
            );
    }

    [Fact]
    public void An_unknown_loop_keeps_its_shape_around_stubs()
    {
        using var scratch = new Scratch();
        var flow = Cities()
            .Add(2, "com.example.StrangeLoopStartNodeFactory", [])
            .AddCsvWriter(3, "round.csv")
            .AddLoopEnd(4)
            .AddCsvWriter(5, "before.csv")
            .Chain(1, 2, 4)
            .Chain(2, 3)
            .Chain(1, 5)
            .Convert(scratch);

        flow.Statuses["2"].ShouldBe("manual");
        flow.Script.ShouldContain("in strange_loop_start_node_factory_2(table):");
        flow.RunToStub("before.csv").ShouldStartWith("city,people\n");
    }
}

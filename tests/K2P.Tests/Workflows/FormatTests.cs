using K2P.Bundles;

namespace K2P.Tests.Workflows;

/// <summary>Workflows in the files of every KNIME since 2.0 are read the same.</summary>
public sealed class FormatTests : IDisposable
{
    private readonly Scratch scratch = new();

    public void Dispose() => scratch.Dispose();

    public static TheoryData<string> Versions =>
        [
            "2.0.0",
            "2.1.0",
            "2.2.0",
            "2.3.0",
            "2.5.0",
            "2.6.0",
            "2.8.0",
            "2.10.0",
            "3.1.0",
            "3.6.0Pre",
            "4.1.0",
            "5.1.0",
            "5.10.0",
        ];

    [Theory]
    [MemberData(nameof(Versions))]
    public void Nodes_wires_and_metanodes_of_every_version_are_read(string version)
    {
        var workflow = new WorkflowWriter(scratch.At("flow"), version)
            .Fixture(1, "Table Creator", "IO/TableCreator/an-empty-table")
            .Fixture(2, "Column Filter", "Columns/ColumnFilter/before-2.6", "Keep what matters")
            .Connect(1, 1, 2, 1)
            .Connect(2, 1, 3, 0)
            .Connect(3, 0, 4, 1)
            .Fixture(4, "Column Filter", "Columns/ColumnFilter/before-2.6");
        workflow
            .Metanode(3, "Inside out", inputs: 1, outputs: 1)
            .Fixture(5, "Column Filter", "Columns/ColumnFilter/before-2.6")
            .Connect(-1, 0, 5, 1)
            .Connect(5, 1, -1, 0);
        var flow = Converted.From(workflow);

        flow.Diagnostics.ShouldBeEmpty();
        flow.Statuses.ShouldBe(
            new Dictionary<string, string>
            {
                ["1"] = "exact",
                ["2"] = "exact",
                ["3:5"] = "exact",
                ["4"] = "exact",
            }
        );
        flow.Inputs("2").ShouldBe(["1:table from 1.1"]);
        flow.Inputs("3:5").ShouldBe(["1:table from 2.1"]);
        flow.Inputs("4").ShouldBe(["1:table from 3:5.1"]);
        flow.Node("2")["name"]!.GetValue<string>().ShouldBe("Column Filter");
        flow.Node("2")["function"]!.GetValue<string>().ShouldBe("keep_what_matters_2");
        flow.Report["workflow"]!["created_by"]!
            .GetValue<string>()
            .ShouldBe(string.Join('.', version.Split('.').Take(2)) + ".2");
    }

    [Theory]
    [InlineData("1.1.0")]
    [InlineData("1.3.0")]
    public void The_files_of_KNIME_1_are_refused(string version) =>
        Should
            .Throw<ConversionException>(() =>
                Converted.From(new WorkflowWriter(scratch.At("flow"), version).Stub(1))
            )
            .Diagnostic.Kind.Name.ShouldBe("unsupported");

    [Fact]
    public void Flow_variables_are_read_under_their_old_and_their_new_key()
    {
        foreach (
            var (version, stack) in new[] { ("2.1.0", "scope_stack"), ("4.1.0", "flow_stack") }
        )
        {
            using var own = new Scratch();
            var model = Xml.Config("model", Xml.Entry("path", "a.csv"));
            var variable = Xml.Config(
                stack,
                Xml.Config(
                    "Variable_0",
                    Xml.Entry("type", "variable"),
                    Xml.Entry("name", "limit"),
                    Xml.Entry("class", "INTEGER"),
                    Xml.Entry("value", 7)
                )
            );
            var settings = new WorkflowWriter(own.At("flow"), version)
                .Node(1, "Stub", "org.example.F", model, null, variable)
                .Write();
            using var files = new FolderFiles(settings, new ArchiveLimits());
            var node = new K2P.Workflows.WorkflowReader(files).Read("flow").Nodes[1];
            node.Variables.ShouldHaveSingleItem().Value.ShouldBe("7", version);
        }
    }

    [Fact]
    public void Settings_in_a_second_file_that_is_not_there_are_missing()
    {
        var workflow = new WorkflowWriter(scratch.At("flow"), "2.3.0").Fixture(
            1,
            "Column Filter",
            "Columns/ColumnFilter/before-2.6"
        );
        File.Delete(scratch.At("flow/Column Filter (#1)/node.xml"));
        var flow = Converted.From(workflow);
        flow.Diagnostics.ShouldBe([
            "K2P3002 The settings of node 1 (Column Filter) are not there. [Column Filter (#1)/node.xml]",
        ]);
        flow.Statuses["1"].ShouldBe("manual");
    }

    [Fact]
    public void Components_hand_tables_in_and_out_by_ports_that_count_from_1()
    {
        var workflow = new WorkflowWriter(scratch.At("flow"))
            .Fixture(1, "Table Creator", "IO/TableCreator/an-empty-table")
            .Stub(3)
            .Connect(1, 1, 2, 1)
            .Connect(2, 1, 3, 1);
        workflow
            .Component(2, "Tidy up", inputs: 1, outputs: 1)
            .Fixture(1, "Column Filter", "Columns/ColumnFilter/drop-names", "Drop")
            .Connect(100, 1, 1, 1)
            .Connect(1, 1, 101, 1);
        var flow = Converted.From(workflow);

        flow.Statuses.Keys.ShouldBe(["1", "2:1", "3"], ignoreOrder: true);
        flow.Inputs("2:1").ShouldBe(["1:table from 1.1"]);
        flow.Inputs("3").ShouldBe(["1:table from 2:1.1"]);
        flow.Script().ShouldContain("def tidy_up_2(");
        var component = flow.Graph()["nodes"]!
            .AsArray()
            .Single(node => node!["id"]!.GetValue<string>() == "2")!;
        component["kind"]!.GetValue<string>().ShouldBe("component");
        component["inputs"]![0]!["port"]!.GetValue<int>().ShouldBe(1);
        component["outputs"]![0]!["port"]!.GetValue<int>().ShouldBe(1);
        component["inside"]!["nodes"]!.AsArray().Count.ShouldBe(3);
    }
}

using K2P.Bundles;

namespace K2P.Tests.Workflows;

/// <summary>What stands in a workflow's files comes out of the converter, and what is broken there is said.</summary>
public sealed class ReaderTests : IDisposable
{
    private readonly Scratch scratch = new();

    public void Dispose() => scratch.Dispose();

    private WorkflowWriter Flow => field ??= new WorkflowWriter(scratch.At("flow"));

    [Fact]
    public void A_node_whose_settings_are_missing_is_a_stub_named_after_its_folder()
    {
        var flow = Converted.From(Flow.Missing(4, "CSV Reader"));
        flow.Node("4")["name"]!.GetValue<string>().ShouldBe("CSV Reader");
        flow.Node("4")["function"]!.GetValue<string>().ShouldBe("csv_reader_4");
        flow.Statuses["4"].ShouldBe("manual");
        flow.Script().ShouldContain("raise NotImplementedError(");
        flow.Diagnostics.ShouldBe([
            "K2P3002 The settings of node 4 (CSV Reader) are not there. [CSV Reader (#4)/settings.xml]",
        ]);
    }

    [Fact]
    public void Missing_settings_end_a_strict_conversion() =>
        Should
            .Throw<ConversionException>(() =>
                Converted.From(Flow.Missing(4, "CSV Reader"), isStrict: true)
            )
            .Diagnostic.Kind.Name.ShouldBe("missing_settings");

    [Fact]
    public void The_inside_of_a_component_that_is_missing_makes_it_a_stub()
    {
        Flow.Component(3, "Gone", inputs: 0, outputs: 1);
        Flow.Stub(4).Connect(3, 1, 4, 1);
        Flow.Write();
        File.Delete(scratch.At("flow/Gone (#3)/workflow.knime"));
        using var files = new FolderFiles(scratch.At("flow"), new ArchiveLimits());
        var conversion = Converter.Convert(files, new ConversionOptions());
        conversion.Diagnostics.ShouldHaveSingleItem().Path.ShouldBe("Gone (#3)/workflow.knime");
        conversion.Nodes.Count().ShouldBe(2);
    }

    [Theory]
    [InlineData("text/plain", "Read\nthe  orders", "read_the_orders_1")]
    [InlineData(
        "text/html",
        "<p>Read <b>the</b></p><p>orders &amp; more</p>",
        "read_the_orders_more_1"
    )]
    [InlineData("text/plain", "   ", "stub_1")]
    [InlineData("text/plain", "class", "class_1")]
    [InlineData("text/plain", "Müller's \"daß\"; import os", "mueller_s_dass_import_os_1")]
    public void The_text_below_a_node_names_its_function(string type, string text, string name)
    {
        var label = Xml.Config(
            "nodeAnnotation",
            Xml.Entry("text", text),
            Xml.Entry("contentType", type)
        );
        var flow = Converted.From(Flow.Node(1, "Stub", "org.example.F", null, null, label));
        flow.Node("1")["function"]!.GetValue<string>().ShouldBe(name);
    }

    [Fact]
    public void Dynamic_nodes_are_told_apart_by_their_factory_settings()
    {
        var settings = Xml.Config(
            "factory_settings",
            Xml.Entry("nodeDir", "org.knime.dynamic.js.base:nodes/:boxplot")
        );
        var flow = Converted.From(
            Flow.Node(
                1,
                "Box Plot",
                "org.knime.dynamic.js.v30.DynamicJSNodeFactory",
                null,
                null,
                settings
            )
        );
        flow.Node("1")["factory"]!
            .GetValue<string>()
            .ShouldBe(
                "org.knime.dynamic.js.v30.DynamicJSNodeFactory#org.knime.dynamic.js.base:nodes/:boxplot"
            );
    }

    [Fact]
    public void A_node_without_factory_is_a_stub_that_says_so()
    {
        var flow = Converted.From(Flow.Node(1, "Lost", ""));
        flow.Statuses["1"].ShouldBe("manual");
        flow.Node("1")["diagnostics"]!.ToJsonString().ShouldContain("names no factory");
    }

    [Fact]
    public void Graphs_that_no_wire_connects_are_scripts_of_their_own_in_order_of_their_smallest_ids()
    {
        Flow.Stub(1).Stub(2).Stub(3).Stub(4).Stub(5).Connect(5, 1, 2, 1).Connect(3, 0, 4, 0);
        var flow = Converted.From(Flow);
        flow.Scripts.ShouldBe(3);
        flow.Nodes.ToDictionary(
                node => node["id"]!.GetValue<string>(),
                node => node["graph"]!.GetValue<string>()
            )
            .ShouldBe(
                new Dictionary<string, string>
                {
                    ["1"] = "g01",
                    ["2"] = "g02",
                    ["5"] = "g02",
                    ["3"] = "g03",
                    ["4"] = "g03",
                },
                ignoreOrder: true
            );
    }

    [Fact]
    public void An_empty_workflow_has_a_report_and_no_script()
    {
        var flow = Converted.From(Flow);
        flow.Scripts.ShouldBe(0);
        flow.Nodes.ShouldBeEmpty();
    }

    [Fact]
    public void A_cycle_is_refused_with_the_nodes_on_it()
    {
        Flow.Component(7, "Round", inputs: 0, outputs: 0)
            .Stub(1)
            .Stub(2)
            .Stub(3)
            .Connect(1, 1, 2, 1)
            .Connect(2, 1, 1, 1)
            .Connect(2, 1, 3, 1);
        var refusal = Should.Throw<ConversionException>(() => Converted.From(Flow)).Diagnostic;
        refusal.Kind.Name.ShouldBe("unsupported");
        refusal.Message.ShouldContain("7:1");
        refusal.Message.ShouldContain("7:2");
        refusal.Message.ShouldNotContain("7:3");
    }

    [Fact]
    public void A_wire_that_ends_nowhere_is_left_out_and_said()
    {
        Flow.Stub(1).Stub(2).Connect(1, 1, 9, 1).Connect(-1, 0, 2, 1).Connect(1, 1, 2, 1);
        var flow = Converted.From(Flow);
        flow.Inputs("2").ShouldBe(["1:table from 1.1"]);
        flow.Diagnostics.Count(each => each.StartsWith("K2P3007 ", StringComparison.Ordinal))
            .ShouldBe(2);
    }

    [Fact]
    public void Two_nodes_with_one_id_are_not_what_KNIME_writes() =>
        Should
            .Throw<ConversionException>(() => Converted.From(Flow.Stub(1, "A").Stub(1, "B")))
            .Diagnostic.Kind.Name.ShouldBe("invalid_xml");

    [Fact]
    public void Every_stored_password_has_an_environment_variable_of_its_own()
    {
        Flow.With(
                Xml.Config(
                    "workflow_credentials",
                    Credentials("cred_0", "store"),
                    Credentials("cred_1", "archive"),
                    Credentials("cred_2", "archive")
                )
            )
            .Node(
                1,
                "Connector",
                "org.example.F",
                Xml.Config(
                    "model",
                    Xml.Password("password", "x"),
                    Xml.Password("empty", ""),
                    Xml.Config("proxy", Xml.Password("password", "y"))
                )
            );
        Converted.From(Flow).Report["secrets"]!
            .AsArray()
            .Select(secret => $"{secret!["node"]} {secret["key"]} {secret["environment"]}")
            .ShouldBe([
                "1 model/password K2P_1_PASSWORD",
                "1 model/proxy/password K2P_1_PASSWORD_2",
                " workflow_credentials/cred_0/password K2P_STORE_PASSWORD",
                " workflow_credentials/cred_1/password K2P_ARCHIVE_PASSWORD",
                " workflow_credentials/cred_2/password K2P_ARCHIVE_PASSWORD_2",
            ]);
    }

    [Fact]
    public void Folders_have_the_names_that_KNIME_gives_them()
    {
        const string Name = "Größe's <alle> & \"neue\": a*b?";
        Flow.Stub(1, "plain").Write();
        var stored = "Größe's _alle_ & _neue__ a_b_ (#1)";
        Directory.Move(scratch.At("flow/plain (#1)"), scratch.At($"flow/{stored}"));
        var file = scratch.At("flow/workflow.knime");
        var text = File.ReadAllText(file)
            .Replace(
                "plain (#1)",
                System.Security.SecurityElement.Escape($"{Name} (#1)"),
                StringComparison.Ordinal
            );
        File.WriteAllText(file, text);
        using var files = new FolderFiles(scratch.At("flow"), new ArchiveLimits());
        Converter.Convert(files, new ConversionOptions()).Diagnostics.ShouldBeEmpty();
    }

    [Fact]
    public void The_graph_knows_states_places_and_the_texts_on_the_canvas()
    {
        Flow.With(
                Xml.Config(
                    "annotations",
                    Xml.Config(
                        "annotation_0",
                        Xml.Entry("text", "<h3>First</h3>\ntab\there"),
                        Xml.Entry("contentType", "text/html"),
                        Xml.Entry("x-coordinate", 5),
                        Xml.Entry("y-coordinate", 6),
                        Xml.Entry("width", 70),
                        Xml.Entry("height", 80)
                    )
                )
            )
            .Stub(3);
        var graph = Converted.From(Flow).Graph();
        var node = graph["nodes"]![0]!;
        (node["x"]!.GetValue<int>(), node["y"]!.GetValue<int>()).ShouldBe((300, 40));
        node["state"]!.GetValue<string>().ShouldBe("CONFIGURED");
        var annotation = graph["annotations"]![0]!;
        annotation["text"]!.GetValue<string>().ShouldBe("First tab here");
        annotation["height"]!.GetValue<int>().ShouldBe(80);
    }

    [Fact]
    public void An_encrypted_metanode_is_a_stub_that_says_what_to_do()
    {
        Flow.Metanode(2, "Secret", inputs: 0, outputs: 1);
        Flow.Stub(3).Connect(2, 0, 3, 1).Write();
        File.Move(
            scratch.At("flow/Secret (#2)/workflow.knime"),
            scratch.At("flow/Secret (#2)/workflow.knime.encrypted")
        );
        using var files = new FolderFiles(scratch.At("flow"), new ArchiveLimits());
        var conversion = Converter.Convert(files, new ConversionOptions());
        conversion
            .Nodes.Single(node => node.Translation.Node.Path == "2")
            .Translation.Diagnostics.ShouldHaveSingleItem()
            .Kind.Name.ShouldBe("locked");
    }

    private static System.Xml.Linq.XElement Credentials(string key, string name) =>
        Xml.Config(
            key,
            Xml.Entry("name", name),
            Xml.Entry("login", "me"),
            Xml.Password("password", "secret")
        );
}

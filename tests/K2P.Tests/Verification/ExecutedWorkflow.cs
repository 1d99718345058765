using K2P.Tests.Tables;
using static K2P.Tests.Tables.Container;
using static K2P.Tests.Tables.StoredWorkflow;

namespace K2P.Tests.Verification;

/// <summary>
/// A workflow that KNIME has run: a source of an unknown kind, and a Column Filter behind it that drops <c>name</c> and <c>gone</c>.
/// The filter may stand in a metanode.
/// </summary>
internal sealed class ExecutedWorkflow : IDisposable
{
    private const string Filter = "Column Filter (#2)";

    private static readonly (string Name, string CellClass)[] Before =
    [
        ("id", Int),
        ("name", Text),
        ("score", Container.Double),
    ];

    private static readonly (string Name, string CellClass)[] After = [Before[0], Before[2]];

    private readonly StoredWorkflow files = new();
    private readonly string folder;

    public ExecutedWorkflow(bool inMetanode = false)
    {
        folder = inMetanode ? $"Inside (#3)/{Filter}" : Filter;
        files.Write("", "workflow.knime", inMetanode ? Outer() : Flat());
        if (inMetanode)
        {
            files.Write("Inside (#3)", "workflow.knime", Inner());
        }
        files.Write("Source (#1)", "settings.xml", Settings("org.example.SourceFactory"));
        files.AddContainer(
            "Source (#1)/port_1",
            1,
            Before,
            new Container(Int, Text, Container.Double)
                .Row("Row0", Cell(0, Integer(1)), Cell(1, Utf("a")), Cell(2, Number(0.5)))
                .Row("Row1", Cell(0, Integer(2)), Missing, Cell(2, Number(1.5)))
        );
        var settings = File.ReadAllText(
            Path.Join(
                Repository.Root,
                "tests/K2P.Tests/Nodes/Columns/ColumnFilter/drop-names/settings.xml"
            )
        );
        files.Write(folder, "settings.xml", settings);
        Store(("Row0", 1, 0.5), ("Row1", 2, 1.5));
    }

    public string Root => files.Root;

    /// <summary>The path of the folder that holds what KNIME stored behind the filter.</summary>
    public string Stored => Path.Join(Root, folder, "port_1");

    public void Dispose() => files.Dispose();

    /// <summary>Stores these rows as KNIME's result of the filter.</summary>
    public void Store(params (string Id, int Number, double Score)[] rows)
    {
        var container = new Container(Int, Container.Double);
        foreach (var (id, number, score) in rows)
        {
            container.Row(id, Cell(0, Integer(number)), Cell(1, Number(score)));
        }
        files.AddContainer($"{folder}/port_1", 2, After, container);
    }

    private static string Settings(string factory) =>
        Xml(
            Entry("factory", "xstring", factory)
                + Entry("state", "xstring", "EXECUTED")
                + Config("model", "")
        );

    private static string Flat() =>
        Level([(1, "Source (#1)", "NativeNode"), (2, Filter, "NativeNode")], [(1, 1, 2, 1)]);

    private static string Outer() =>
        Level([(1, "Source (#1)", "NativeNode"), (3, "Inside (#3)", "MetaNode")], [(1, 1, 3, 0)]);

    private static string Inner() => Level([(2, Filter, "NativeNode")], [(-1, 0, 2, 1)]);

    private static string Level(
        IEnumerable<(int Id, string Folder, string Type)> nodes,
        IEnumerable<(int Source, int SourcePort, int Target, int TargetPort)> wires
    ) =>
        Xml(
            Config(
                "nodes",
                string.Concat(
                    nodes.Select(node =>
                        Config(
                            $"node_{node.Id}",
                            Entry("id", "xint", node.Id)
                                + Entry(
                                    "node_settings_file",
                                    "xstring",
                                    node.Type == "MetaNode"
                                        ? $"{node.Folder}/workflow.knime"
                                        : $"{node.Folder}/settings.xml"
                                )
                                + Entry("node_type", "xstring", node.Type)
                        )
                    )
                )
            )
                + Config(
                    "connections",
                    string.Concat(
                        wires.Select(
                            (wire, i) =>
                                Config(
                                    $"connection_{i}",
                                    Entry("sourceID", "xint", wire.Source)
                                        + Entry("sourcePort", "xint", wire.SourcePort)
                                        + Entry("destID", "xint", wire.Target)
                                        + Entry("destPort", "xint", wire.TargetPort)
                                )
                        )
                    )
                )
        );
}

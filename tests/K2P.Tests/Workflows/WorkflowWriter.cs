using System.Xml.Linq;
using K2P.Tests.Nodes;

namespace K2P.Tests.Workflows;

/// <summary>Writes small workflows in the files of a KNIME version: <c>workflow.knime</c> and a folder per node.</summary>
/// <remarks>
/// After <c>FileWorkflowPersistor</c>: 2.2 brought flow-variable ports, 2.5 annotations instead of custom names, 2.8 one file per
/// node instead of two, 2.10 components and <c>node_type</c>.
/// </remarks>
internal sealed class WorkflowWriter
{
    private const string Border = "org.knime.core.node.workflow.virtual.subnode.VirtualSubNode";
    private readonly string folder;
    private readonly string versionText;
    private readonly Version version;
    private readonly List<XElement> nodes = [];
    private readonly List<(int Source, int SourcePort, int Target, int TargetPort)> wires = [];
    private readonly List<XElement> more = [];
    private readonly List<WorkflowWriter> inner = [];
    private readonly HashSet<int> containers = [];

    /// <param name="folder">The workflow's folder.</param>
    /// <param name="version">The version of the format: that of the KNIME which brought it.</param>
    public WorkflowWriter(string folder, string version = "5.1.0")
    {
        this.folder = folder;
        versionText = version;
        this.version = Version.Parse(version.Replace("Pre", "", StringComparison.Ordinal));
        Directory.CreateDirectory(folder);
    }

    /// <summary>Items of <c>workflow.knime</c> beside its nodes and wires.</summary>
    public WorkflowWriter With(params XElement[] items)
    {
        more.AddRange(items);
        return this;
    }

    /// <summary>A native node; without a model it has no settings of its own.</summary>
    public WorkflowWriter Node(
        int id,
        string name,
        string factory,
        XElement? model = null,
        string? annotation = null,
        params XElement[] items
    )
    {
        var place = Place(id, name, "NativeNode");
        IEnumerable<XElement> container =
        [
            Xml.Entry("factory", factory),
            .. Since(2, 6) ? [Xml.Entry("node-name", name)] : Array.Empty<XElement>(),
            Xml.Entry("state", "CONFIGURED"),
            Xml.Config(Since(2, 2) ? "flow_stack" : "scope_stack"),
            .. Label(annotation),
            .. items,
        ];
        IEnumerable<XElement> node =
        [
            Xml.Entry("name", name),
            model ?? Xml.Config("model"),
            Xml.Config("ports"),
        ];
        if (Since(2, 8))
        {
            Save(
                place,
                "settings.xml",
                [Xml.Entry("node_file", "settings.xml"), .. container, .. node]
            );
        }
        else
        {
            Save(place, "settings.xml", [Xml.Entry("node_file", "node.xml"), .. container]);
            Save(place, "node.xml", node);
        }
        return this;
    }

    /// <summary>A node whose settings are those of a fixture.</summary>
    public WorkflowWriter Fixture(int id, string name, string fixture, string? annotation = null)
    {
        var settings = XElement.Load(Path.Join(NodeCase.Root, fixture, "settings.xml"));
        var factory = settings
            .Elements(Xml.Space + "entry")
            .Single(entry => (string?)entry.Attribute("key") == "factory");
        var model = settings
            .Elements(Xml.Space + "config")
            .Single(config => (string?)config.Attribute("key") == "model");
        return Node(id, name, (string)factory.Attribute("value")!, model, annotation);
    }

    /// <summary>A node that nothing translates, so that it needs no settings.</summary>
    public WorkflowWriter Stub(int id, string name = "Stub", string? annotation = null) =>
        Node(id, name, "org.example.StubNodeFactory", null, annotation);

    /// <summary>A node whose folder is not there.</summary>
    public WorkflowWriter Missing(int id, string name)
    {
        Directory.Delete(Place(id, name, "NativeNode"));
        return this;
    }

    /// <summary>A metanode; its inside is wired to <c>-1</c>, whose ports count from 0.</summary>
    public WorkflowWriter Metanode(int id, string name, int inputs, int outputs)
    {
        containers.Add(id);
        var place = Place(id, name, "MetaNode");
        var inside = new WorkflowWriter(place, versionText).With(
            Xml.Entry("name", name),
            Xml.Config("meta_in_ports", Xml.Config("port_enum", Ports("inport", inputs))),
            Xml.Config("meta_out_ports", Xml.Config("port_enum", Ports("outport", outputs)))
        );
        inner.Add(inside);
        return inside;
    }

    /// <summary>A component; its border nodes are 100 (inputs) and 101 (outputs), whose ports count from 1.</summary>
    public WorkflowWriter Component(int id, string name, int inputs, int outputs)
    {
        var place = Place(id, name, "SubNode");
        Save(
            place,
            "settings.xml",
            [
                Xml.Entry("name", name),
                Xml.Entry("state", "CONFIGURED"),
                Xml.Entry("workflow-file", "workflow.knime"),
                Xml.Entry("virtual-in-ID", 100),
                Xml.Config("inports", Ports("inport", inputs)),
                Xml.Entry("virtual-out-ID", 101),
                Xml.Config("outports", Ports("outport", outputs)),
            ]
        );
        var inside = new WorkflowWriter(place, versionText);
        inside.Node(100, "Component Input", $"{Border}InputNodeFactory", model: null);
        inside.Node(101, "Component Output", $"{Border}OutputNodeFactory", model: null);
        inner.Add(inside);
        return inside;
    }

    /// <summary>A wire; ports are those of today, 1 being the first that carries data of a native node.</summary>
    public WorkflowWriter Connect(int source, int sourcePort, int target, int targetPort)
    {
        wires.Add((source, sourcePort, target, targetPort));
        return this;
    }

    /// <summary>Writes <c>workflow.knime</c>, and those of everything inside.</summary>
    public string Write()
    {
        foreach (var each in inner)
        {
            each.Write();
        }
        Save(
            folder,
            "workflow.knime",
            [
                Xml.Entry("created_by", $"{version.Major}.{version.Minor}.2.v202401010000"),
                Xml.Entry("version", versionText),
                .. more,
                Xml.Config("nodes", nodes),
                Xml.Config("connections", wires.Select(Wire)),
            ]
        );
        return folder;
    }

    private string Place(int id, string name, string type)
    {
        var relative = $"{name} (#{id})";
        nodes.Add(
            Xml.Config(
                $"node_{id}",
                [
                    Xml.Entry("id", id),
                    Xml.Entry(
                        "node_settings_file",
                        type == "MetaNode"
                            ? $"{relative}/workflow.knime"
                            : $"{relative}/settings.xml"
                    ),
                    Xml.Entry("node_is_meta", type != "NativeNode"),
                    .. Since(2, 10) ? [Xml.Entry("node_type", type)] : Array.Empty<XElement>(),
                    Xml.Config(
                        "ui_settings",
                        Xml.Numbers("extrainfo.node.bounds", 100 * id, 40, -1, -1)
                    ),
                ]
            )
        );
        return Directory.CreateDirectory(Path.Join(folder, relative)).FullName;
    }

    private XElement Wire((int Source, int SourcePort, int Target, int TargetPort) wire, int i) =>
        Xml.Config(
            $"connection_{i}",
            Xml.Entry("sourceID", wire.Source),
            Xml.Entry("destID", wire.Target),
            Xml.Entry("sourcePort", Stored(wire.Source, wire.SourcePort)),
            Xml.Entry("destPort", Stored(wire.Target, wire.TargetPort))
        );

    private int Stored(int id, int port) =>
        Since(2, 2) || id < 0 || containers.Contains(id) ? port : port - 1;

    private bool Since(int major, int minor) => version >= new Version(major, minor);

    private IEnumerable<XElement> Label(string? text) =>
        text is null ? []
        : Since(2, 5)
            ?
            [
                Xml.Config(
                    "nodeAnnotation",
                    Xml.Entry("text", text),
                    Xml.Entry("contentType", "text/plain")
                ),
            ]
        : [Xml.Entry("customName", text)];

    /// <summary>Metanodes and components count their ports from 0 here; a component's flow-variable port is left out.</summary>
    private static IEnumerable<XElement> Ports(string prefix, int count) =>
        Enumerable
            .Range(0, count)
            .Select(index =>
                Xml.Config(
                    $"{prefix}_{index}",
                    Xml.Entry("index", index),
                    Xml.Entry("name", "Port"),
                    Xml.Config(
                        "type",
                        Xml.Entry("object_class", "org.knime.core.node.BufferedDataTable")
                    )
                )
            );

    private static void Save(string folder, string file, IEnumerable<XElement> items) =>
        Xml.Config(file, items).Save(Path.Join(folder, file), SaveOptions.DisableFormatting);
}

namespace K2P.Workflows;

/// <summary>What flows through a port.</summary>
public enum PortKind
{
    Table,
    Model,
    Variable,
    Image,
    Database,
    Other,
}

/// <summary>What a node is made of.</summary>
public enum NodeKind
{
    /// <summary>A node with a factory class.</summary>
    Native,

    /// <summary>A metanode: a folded part of the workflow, with no scope and no flow-variable port of its own.</summary>
    Metanode,

    /// <summary>A component (<c>SubNode</c>): a workflow with its own flow-variable scope, and an implicit port 0.</summary>
    Component,
}

/// <summary>A rectangle on KNIME's canvas, in pixels.</summary>
public readonly record struct Bounds(int X, int Y, int Width, int Height);

/// <summary>A text box on the canvas.</summary>
public sealed record Annotation(string Text, Bounds Bounds);

/// <summary>A wire. In metanodes the border itself is node -1; port 0 of native nodes and components is the flow-variable port.</summary>
public sealed record Connection(int Source, int SourcePort, int Target, int TargetPort);

/// <summary>A port as the file describes it.</summary>
/// <param name="Index">Its number; native nodes and components count from 1, metanodes from 0.</param>
/// <param name="Kind">What flows through it.</param>
public sealed record Port(int Index, PortKind Kind);

/// <summary>A flow variable with the value that KNIME stored for it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Class">KNIME's type word: STRING, INTEGER, DOUBLE, BOOLEAN, LONG, …</param>
/// <param name="Value">Its value as text, of a location its path; null where none is stored (credentials, loop contexts).</param>
public sealed record FlowVariable(string Name, string Class, string? Value)
{
    /// <summary>The class of a location in a file system (<c>FSLocationVariableType</c>).</summary>
    public const string Location = "FSLocation";

    /// <summary>The type word of a variable that is made of a setting of that type (<c>VariableTypeRegistry.createFromConfig</c>); null where none can be.</summary>
    internal static string? ClassOf(SettingsType type) =>
        type switch
        {
            SettingsType.Text or SettingsType.Character => "STRING",
            SettingsType.Integer or SettingsType.Short or SettingsType.Byte => "INTEGER",
            SettingsType.Long => "LONG",
            SettingsType.Double or SettingsType.Float => "DOUBLE",
            SettingsType.Boolean => "BOOLEAN",
            _ => null,
        };

    /// <summary>How KNIME stored it: a location's file system stands beside its path.</summary>
    public SettingsConfig Stored { get; init; } = SettingsConfig.Empty;
}

/// <summary>A place where a password or token is stored; never its value.</summary>
/// <param name="Node">The path of the node's ids.</param>
/// <param name="Key">The setting's key, as a path.</param>
/// <param name="Environment">The environment variable that the generated code reads instead.</param>
public sealed record Secret(string Node, string Key, string Environment);

/// <summary>A workflow, or the inside of a metanode or component.</summary>
public sealed class Workflow
{
    /// <summary>The workflow's name.</summary>
    public required string Name { get; init; }

    /// <summary>The KNIME version that wrote it, such as <c>5.2.1</c>; empty where it is not said.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>The nodes by id, in order of their ids.</summary>
    public required IReadOnlyDictionary<int, Node> Nodes { get; init; }

    /// <summary>The wires, in file order.</summary>
    public required IReadOnlyList<Connection> Connections { get; init; }

    /// <summary>The variables of the workflow itself, which every node sees; empty inside metanodes and components.</summary>
    public IReadOnlyList<FlowVariable> Variables { get; init; } = [];

    /// <summary>The text boxes on the canvas.</summary>
    public required IReadOnlyList<Annotation> Annotations { get; init; }

    /// <summary>The ports of a metanode as seen from outside; empty for others.</summary>
    public required IReadOnlyList<Port> MetaInputs { get; init; }

    /// <inheritdoc cref="MetaInputs"/>
    public required IReadOnlyList<Port> MetaOutputs { get; init; }
}

/// <summary>A node as <c>workflow.knime</c> and its <c>settings.xml</c> describe it.</summary>
public sealed class Node
{
    /// <summary>The ids from the root to this node, joined by a colon: <c>3:5</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The node's own id.</summary>
    public required int Id { get; init; }

    /// <summary>What it is.</summary>
    public required NodeKind Kind { get; init; }

    /// <summary>The name of the node's type, or of the metanode or component.</summary>
    public required string Name { get; init; }

    /// <summary>The text below the node, or null where the user wrote none.</summary>
    public string? Annotation { get; init; }

    /// <summary>The factory class; empty for metanodes, components and where settings are missing.</summary>
    public string Factory { get; init; } = "";

    /// <summary>What tells the nodes of one dynamic factory apart; empty for other nodes.</summary>
    public string Variant { get; init; } = "";

    /// <summary>The factory with <c>#</c> and the variant behind it where there is one.</summary>
    public string FullFactory => Variant.Length == 0 ? Factory : $"{Factory}#{Variant}";

    /// <summary>IDLE, CONFIGURED, EXECUTED, … ; empty where it is not said.</summary>
    public string State { get; init; } = "";

    /// <summary>True where a <c>settings.xml</c> was found (always true for metanodes).</summary>
    public bool HasSettings { get; init; } = true;

    /// <summary>True for an encrypted metanode or component.</summary>
    public bool IsLocked { get; init; }

    /// <summary>The whole settings file.</summary>
    public SettingsConfig Settings { get; init; } = SettingsConfig.Empty;

    /// <summary>The node's own settings (<c>model</c>), as the dialog stored them.</summary>
    public SettingsConfig Model => Settings.Config("model") ?? SettingsConfig.Empty;

    /// <summary>The settings that flow variables control or are made of.</summary>
    public IReadOnlyList<VariableSetting> VariableSettings { get; init; } = [];

    /// <summary>The flow variables that the node itself made, with the values of its last run; the last of a name is the one in force.</summary>
    public IReadOnlyList<FlowVariable> Variables { get; init; } = [];

    /// <summary>The input ports that the file describes (metanodes and components only).</summary>
    public IReadOnlyList<Port> Inputs { get; init; } = [];

    /// <summary>The output ports that the file describes; native nodes have them only where they were executed.</summary>
    public IReadOnlyList<Port> Outputs { get; init; } = [];

    /// <summary>Where it stands on the canvas.</summary>
    public Bounds Bounds { get; init; }

    /// <summary>The inside of a metanode or component; null where it is locked or missing.</summary>
    public Workflow? Inner { get; init; }

    /// <summary>The folder of the node, relative to the workflow's.</summary>
    public string Folder { get; init; } = "";

    /// <summary>The number of the first port that carries data: 0 in metanodes, which have no flow-variable port.</summary>
    public int FirstPort => Kind == NodeKind.Metanode ? 0 : 1;

    /// <summary>True for the two border nodes inside a component, which are wires and no steps.</summary>
    public bool IsBorder => IsComponentInput || IsComponentOutput;

    /// <summary>True for the node inside a component that hands its inputs on.</summary>
    public bool IsComponentInput => Factory == SubNode + "VirtualSubNodeInputNodeFactory";

    /// <summary>True for the node inside a component that takes its outputs.</summary>
    public bool IsComponentOutput => Factory == SubNode + "VirtualSubNodeOutputNodeFactory";

    private const string SubNode = "org.knime.core.node.workflow.virtual.subnode.";
}

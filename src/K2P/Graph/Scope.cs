using K2P.Workflows;

namespace K2P.Graph;

/// <summary>An output port within one scope: what a wire starts from.</summary>
/// <param name="Node">The node's id in its scope; -1 for the border of a metanode.</param>
/// <param name="Port">The port's number.</param>
internal readonly record struct OutPort(int Node, int Port);

/// <summary>One level of a workflow: the root, or the inside of a metanode or component, with its wires by target.</summary>
internal sealed class Scope
{
    /// <summary>The id that wires use for the border of a metanode.</summary>
    public const int Border = -1;

    private readonly Dictionary<int, List<Connection>> incoming = [];
    private readonly Dictionary<OutPort, List<Connection>> outgoing = [];
    private readonly Dictionary<int, Scope> inner = [];
    private Blocks? blocks;

    public Scope(Workflow workflow, Node? container = null, Scope? parent = null)
    {
        Workflow = workflow;
        Container = container;
        Parent = parent;
        foreach (var wire in workflow.Connections)
        {
            Add(incoming, wire.Target, wire);
            Add(outgoing, new OutPort(wire.Source, wire.SourcePort), wire);
        }
        foreach (var wires in incoming.Values)
        {
            wires.Sort((a, b) => a.TargetPort.CompareTo(b.TargetPort));
        }
        foreach (var node in workflow.Nodes.Values)
        {
            if (node.Inner is not null)
            {
                inner[node.Id] = new Scope(node.Inner, node, this);
            }
        }
    }

    private static void Add<TKey>(
        Dictionary<TKey, List<Connection>> wires,
        TKey key,
        Connection wire
    )
        where TKey : notnull
    {
        if (!wires.TryGetValue(key, out var known))
        {
            wires[key] = known = [];
        }
        known.Add(wire);
    }

    /// <summary>The loops of this level, and the parts whose errors are caught.</summary>
    public Blocks Blocks => blocks ??= new Blocks(this);

    /// <summary>The nodes and wires of this level.</summary>
    public Workflow Workflow { get; }

    /// <summary>The metanode or component whose inside this is; null at the root.</summary>
    public Node? Container { get; }

    /// <summary>The level that holds the container; null at the root.</summary>
    public Scope? Parent { get; }

    /// <summary>The inside of a metanode or component of this level; null where it is locked or missing.</summary>
    public Scope? Inside(Node node) => inner.GetValueOrDefault(node.Id);

    /// <summary>The wires into a node, or into the border (-1), in order of the target's ports; all kinds of ports.</summary>
    public IReadOnlyList<Connection> Into(int node) => incoming.GetValueOrDefault(node) ?? [];

    /// <summary>The wire into a port, or null.</summary>
    public Connection? Into(int node, int port) =>
        Into(node).FirstOrDefault(wire => wire.TargetPort == port);

    /// <summary>The wires from a port, in file order.</summary>
    public IReadOnlyList<Connection> From(OutPort port) => outgoing.GetValueOrDefault(port) ?? [];

    /// <summary>The level that begins a scope of flow variables: the root, or the inside of a component.</summary>
    public Scope VariableScope
    {
        get
        {
            var scope = this;
            while (scope.Container is { Kind: NodeKind.Metanode })
            {
                scope = scope.Parent!;
            }
            return scope;
        }
    }

    /// <summary>The node inside a component that takes its outputs; null on other levels, and where it is missing.</summary>
    public Node? Output => Workflow.Nodes.Values.FirstOrDefault(each => each.IsComponentOutput);

    /// <summary>What an input port of the container is wired to, as a port of the outer level; null where nothing is, and at the root.</summary>
    public OutPort? Outside(int port) =>
        Parent?.Into(Container!.Id, port) is { } wire
            ? new OutPort(wire.Source, wire.SourcePort)
            : null;

    /// <summary>The container's output ports that something on this inner level is wired to, in ascending order.</summary>
    public IEnumerable<int> ExitPorts() =>
        ExitId() is { } exit ? Into(exit).Select(wire => wire.TargetPort).Distinct() : [];

    /// <summary>What the container's output port carries, as a port of this inner level; null where nothing is wired to it.</summary>
    public OutPort? Exit(int port) =>
        ExitId() is { } exit && Into(exit, port) is { } wire
            ? new OutPort(wire.Source, wire.SourcePort)
            : null;

    /// <summary>The container's input port that a port of this inner level stands for; null where it is a real node's.</summary>
    public int? Entrance(OutPort from) =>
        Container is null ? null
        : from.Node == Border ? from.Port
        : Workflow.Nodes.GetValueOrDefault(from.Node) is { IsComponentInput: true } ? from.Port
        : null;

    /// <summary>The node and port that really produce what a wire carries, through all borders; null where it leads nowhere.</summary>
    public (Node Node, int Port)? Producer(OutPort from)
    {
        var scope = this;
        for (var steps = 0; steps < 10_000; steps++)
        {
            if (scope.Entrance(from) is { } entrance)
            {
                if (entrance == 0 && from.Node != Border)
                {
                    return (scope.Workflow.Nodes[from.Node], 0);
                }
                if (scope.Outside(entrance) is not { } outer)
                {
                    return null;
                }
                (scope, from) = (scope.Parent!, outer);
                continue;
            }
            if (!scope.Workflow.Nodes.TryGetValue(from.Node, out var node))
            {
                return null;
            }
            if (node.Kind == NodeKind.Native || (node.Kind == NodeKind.Component && from.Port == 0))
            {
                return (node, from.Port);
            }
            if (scope.Inside(node) is not { } inside)
            {
                // What is locked or missing stands for itself.
                return (node, from.Port);
            }
            if (inside.Exit(from.Port) is not { } exit)
            {
                return null;
            }
            (scope, from) = (inside, exit);
        }
        return null;
    }

    /// <summary>The id that the wires to the container's outputs end in; null for a component without an output node.</summary>
    private int? ExitId()
    {
        if (Container!.Kind == NodeKind.Metanode)
        {
            return Border;
        }
        var declared = Container.Settings.Integer("virtual-out-ID");
        return declared is { } id && Workflow.Nodes.ContainsKey(id) ? id : Output?.Id;
    }
}

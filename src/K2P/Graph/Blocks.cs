using K2P.Workflows;

namespace K2P.Graph;

/// <summary>The blocks of one level: which node closes what another opened, and what stands between them.</summary>
/// <remarks>
/// As in <c>FlowObjectStack</c>: a start puts its scope on the stack that its outputs carry, the next end of its kind takes it
/// off, and every node belongs to the innermost scope that reaches it, also one from which no wire leads to the end.
/// </remarks>
internal sealed class Blocks
{
    /// <summary>Python refuses more than twenty blocks inside each other.</summary>
    private const int MostNested = 16;

    private sealed class Block(Node start, BlockKind kind, Block? parent)
    {
        public Node Start { get; } = start;
        public BlockKind Kind { get; } = kind;
        public Block? Parent { get; } = parent;
        public int Depth { get; } = (parent?.Depth ?? 0) + 1;
        public Node? End { get; set; }

        /// <summary>The innermost block around this one, or itself, that is closed.</summary>
        public static Block? Closed(Block? block)
        {
            while (block is { End: null })
            {
                block = block.Parent;
            }
            return block;
        }
    }

    private readonly Dictionary<int, Block?> owners = [];
    private readonly Dictionary<int, Block> byStart = [];
    private readonly Dictionary<int, Block> byEnd = [];
    private readonly Scope scope;

    public Blocks(Scope scope)
    {
        this.scope = scope;
        try
        {
            Walk(ExecutionOrder.Of(scope, scope.Workflow.Nodes.Keys));
        }
        catch (CycleException)
        {
            // A level that no order exists for has no blocks; whoever orders it says why.
        }
    }

    private void Walk(IReadOnlyList<Node> order)
    {
        var handedOn = new Dictionary<int, Block?>();
        foreach (var node in order)
        {
            var around = scope
                .Into(node.Id)
                .Select(wire => handedOn.GetValueOrDefault(wire.Source))
                .MaxBy(block => block?.Depth ?? 0);
            for (var block = around; block is not null; block = block.Parent)
            {
                if (block.End is { } end && IsBehind(node, end))
                {
                    around = block.Parent;
                }
            }
            var after = around;
            if (Open(around, BlockNodes.Closes(node)) is { } closed)
            {
                closed.End = node;
                byEnd[node.Id] = closed;
                after = around = closed.Parent;
            }
            else if (BlockNodes.Opens(node) is { } opened && (around?.Depth ?? 0) < MostNested)
            {
                after = byStart[node.Id] = new Block(node, opened, around);
            }
            owners[node.Id] = around;
            handedOn[node.Id] = after;
        }
    }

    /// <summary>True where a way leads from one node to the other.</summary>
    private bool IsBehind(Node node, Node other)
    {
        var open = new Stack<int>([node.Id]);
        var seen = new HashSet<int>();
        while (open.TryPop(out var id))
        {
            foreach (var wire in scope.Into(id))
            {
                if (wire.Source == other.Id)
                {
                    return true;
                }
                if (seen.Add(wire.Source))
                {
                    open.Push(wire.Source);
                }
            }
        }
        return false;
    }

    /// <summary>The innermost block of the kind that is not closed yet.</summary>
    private static Block? Open(Block? block, BlockKind? kind)
    {
        while (block is not null && (block.Kind != kind || block.End is not null))
        {
            block = block.Parent;
        }
        return kind is null ? null : block;
    }

    /// <summary>The node that opens the block which this one closes; null where it closes none.</summary>
    public Node? StartOf(Node end) => byEnd.GetValueOrDefault(end.Id)?.Start;

    /// <summary>The nodes as units, each behind what it needs.</summary>
    /// <param name="order">The nodes of the level, or of one graph of it, each behind what it needs.</param>
    public IReadOnlyList<Unit> Units(IReadOnlyList<Node> order)
    {
        var children = new Dictionary<Block, List<Node>>();
        var top = new List<Node>();
        foreach (var node in order)
        {
            var owner = Block.Closed(owners.GetValueOrDefault(node.Id));
            if (byEnd.ContainsKey(node.Id))
            {
                continue;
            }
            if (owner is null)
            {
                top.Add(node);
            }
            else if (children.TryGetValue(owner, out var list))
            {
                list.Add(node);
            }
            else
            {
                children[owner] = [node];
            }
        }
        var index = order
            .Select((node, i) => (node.Id, i))
            .ToDictionary(pair => pair.Id, pair => pair.i);
        return Ordered(top);

        IReadOnlyList<Unit> Ordered(IReadOnlyList<Node> nodes) =>
            Sort([.. nodes.Select(UnitOf)], index);

        Unit UnitOf(Node node) =>
            byStart.TryGetValue(node.Id, out var block) && block.End is not null
                ? new Unit(node)
                {
                    End = block.End,
                    Kind = block.Kind,
                    Body = Ordered(children.GetValueOrDefault(block) ?? []),
                }
                : new Unit(node);
    }

    /// <summary>Puts units behind what they need; otherwise in the order of the nodes that end them.</summary>
    private IReadOnlyList<Unit> Sort(IReadOnlyList<Unit> units, Dictionary<int, int> index)
    {
        if (units.All(unit => unit.End is null))
        {
            return units;
        }
        var unitOf = new Dictionary<int, int>();
        for (var i = 0; i < units.Count; i++)
        {
            foreach (var node in units[i].Nodes)
            {
                unitOf[node.Id] = i;
            }
        }
        var needs = units
            .Select(
                (unit, i) =>
                    unit
                        .Nodes.SelectMany(node => scope.Into(node.Id))
                        .Where(wire => unitOf.ContainsKey(wire.Source))
                        .Select(wire => unitOf[wire.Source])
                        .Where(source => source != i)
                        .ToHashSet()
            )
            .ToList();
        var wantedBy = new List<int>[units.Count];
        for (var i = 0; i < units.Count; i++)
        {
            foreach (var source in needs[i])
            {
                (wantedBy[source] ??= []).Add(i);
            }
        }
        var ready = new PriorityQueue<int, int>();
        for (var i = 0; i < units.Count; i++)
        {
            if (needs[i].Count == 0)
            {
                ready.Enqueue(i, Key(i));
            }
        }
        var sorted = new List<Unit>();
        while (ready.TryDequeue(out var next, out _))
        {
            sorted.Add(units[next]);
            foreach (var waiting in wantedBy[next] ?? [])
            {
                if (needs[waiting].Remove(next) && needs[waiting].Count == 0)
                {
                    ready.Enqueue(waiting, Key(waiting));
                }
            }
        }
        // Wires that lead out of a block and back into it put no order on units; KNIME refuses them, too.
        return sorted.Count == units.Count ? sorted : [.. sorted, .. units.Except(sorted)];

        int Key(int unit) => index[(units[unit].End ?? units[unit].Node).Id];
    }
}

using K2P.Workflows;

namespace K2P.Graph;

/// <summary>What runs as one: a node, or a block from its first node to its last with all that is in it.</summary>
/// <param name="Node">The node, or the one that opens the block.</param>
internal sealed record Unit(Node Node)
{
    /// <summary>The node that closes the block; null for a single node.</summary>
    public Node? End { get; init; }

    /// <summary>What the block does; of no meaning for a single node.</summary>
    public BlockKind Kind { get; init; }

    /// <summary>What stands inside the block, each behind what it needs.</summary>
    public IReadOnlyList<Unit> Body { get; init; } = [];

    /// <summary>Every node of the unit, at any depth of blocks.</summary>
    public IEnumerable<Node> Nodes
    {
        get
        {
            yield return Node;
            foreach (var inner in Body.SelectMany(unit => unit.Nodes))
            {
                yield return inner;
            }
            if (End is not null)
            {
                yield return End;
            }
        }
    }
}

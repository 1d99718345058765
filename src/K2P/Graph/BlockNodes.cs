using K2P.Workflows;

namespace K2P.Graph;

/// <summary>Which nodes open and close a block: a loop, or a part whose errors are caught.</summary>
/// <remarks>
/// KNIME marks them by interfaces (<c>LoopStartNode</c>, <c>LoopEndNode</c>, <c>ScopeStartNode</c>), which no file shows; the
/// names of their factories follow the same words in KNIME's own and in others' extensions.
/// </remarks>
internal static class BlockNodes
{
    /// <summary>What the node opens; null for other nodes.</summary>
    public static BlockKind? Opens(Node node)
    {
        var name = SimpleName(node);
        return name.Contains("LoopStart", StringComparison.Ordinal)
            || name is "XValidatePartitionerFactory" or "ParallelChunkStartNodeFactory"
                ? BlockKind.Loop
            : name.EndsWith("TryNodeFactory", StringComparison.Ordinal) ? BlockKind.Try
            : null;
    }

    /// <summary>What the node closes; null for other nodes.</summary>
    public static BlockKind? Closes(Node node)
    {
        var name = SimpleName(node);
        return name.Contains("LoopEnd", StringComparison.Ordinal)
            || name is "AggregateOutputNodeFactory" or "ParallelChunkEndNodeFactory"
                ? BlockKind.Loop
            : name.EndsWith("CatchNodeFactory", StringComparison.Ordinal) ? BlockKind.Try
            : null;
    }

    /// <summary>True for the nodes between which a loop runs: what they store belongs to one round, or to all of them together.</summary>
    public static bool IsLoopBorder(Node node) =>
        Opens(node) == BlockKind.Loop || Closes(node) == BlockKind.Loop;

    private static string SimpleName(Node node) =>
        node.Factory[(node.Factory.LastIndexOf('.') + 1)..];
}

/// <summary>What a block does with the nodes in it.</summary>
internal enum BlockKind
{
    /// <summary>Runs them again and again.</summary>
    Loop,

    /// <summary>Goes on with something else where one of them fails.</summary>
    Try,
}

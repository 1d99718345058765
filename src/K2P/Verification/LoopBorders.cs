using K2P.Workflows;

namespace K2P.Verification;

/// <summary>The nodes between which a loop runs. What they store belongs to one round, or to all of them together.</summary>
internal static class LoopBorders
{
    private static readonly string[] Marks =
    [
        "loopstart",
        "loopend",
        "loophead",
        "looper.",
        "xvalidation.",
        "bwelim",
    ];

    private static readonly string[] Names = ["x-partitioner", "x-aggregator"];

    /// <summary>True for a loop's start or end.</summary>
    public static bool Contains(Node node)
    {
        var factory = node.Factory.ToLowerInvariant();
        var name = node.Name.ToLowerInvariant();
        return Marks.Any(mark => factory.Contains(mark, StringComparison.Ordinal))
            || Names.Any(start => name.StartsWith(start, StringComparison.Ordinal))
            || name.Contains("loop start", StringComparison.Ordinal)
            || name.Contains("loop end", StringComparison.Ordinal);
    }
}

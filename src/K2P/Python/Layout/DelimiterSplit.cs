namespace K2P.Python.Layout;

/// <summary>Splits what stands between brackets at its loosest operators or commas.</summary>
internal static class DelimiterSplit
{
    public static List<LogicalLine>? Split(LogicalLine line)
    {
        var last = line.Leaves[^1];
        var priority = line.Tracker.MaxPriority(except: last);
        if (
            priority == SplitPriority.None
            || (priority == SplitPriority.Dot && line.Tracker.Count(priority) == 1)
        )
        {
            return null;
        }
        var lines = new List<LogicalLine>();
        var current = New(line);
        var delimiters = line.Tracker.Delimiters;
        var next = 0;
        foreach (var leaf in line.Leaves)
        {
            leaf.Space &= current.Leaves.Count > 0;
            current.Add(leaf, track: true);
            if (next >= delimiters.Count || delimiters[next].Leaf != leaf)
            {
                continue;
            }
            if (delimiters[next++].Priority == priority)
            {
                lines.Add(current);
                current = New(line);
            }
        }
        if (current.Leaves.Count > 0)
        {
            if (priority == SplitPriority.Comma && !last.IsComma)
            {
                current.Add(Leaf.TrailingComma(), track: true);
            }
            lines.Add(current);
        }
        return lines;
    }

    private static LogicalLine New(LogicalLine line) => new(line.Depth, line.InsideBrackets);
}

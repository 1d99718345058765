namespace K2P.Python.Layout;

/// <summary>Breaks a logical line into lines that fit, as black 23 does: see its <c>linegen.transform_line</c>.</summary>
internal static class LineSplitter
{
    /// <summary>The physical lines of a logical line.</summary>
    public static List<LogicalLine> Split(LogicalLine line)
    {
        var lines = Transform(line, force: false);
        lines.ForEach(PowerSpacing.Hug);
        return lines;
    }

    private static List<LogicalLine> Transform(LogicalLine line, bool force)
    {
        if (!line.MustSplit && !line.HasMagicComma && line.Fits)
        {
            return [line];
        }
        if (line.IsDefinition)
        {
            return Apply(BracketSplit.Left(line), force) ?? [line];
        }
        return (line.InsideBrackets ? Apply(DelimiterSplit.Split(line), force) : null)
            ?? RightHand(line, force)
            ?? [line];
    }

    private static List<LogicalLine>? RightHand(LogicalLine line, bool force)
    {
        var result = Apply(RightHandSplit.Split(line, force), force);
        if (
            result is null
            || force
            || line.Tracker.Invisible.Count == 0
            || line.Tracker.Invisible.Exists(l => !l.IsInvisible)
            || result[0].Fits
            || line.Leaves.Exists(l => l.IsAdded)
        )
        {
            return result;
        }
        // The first line is still too long: perhaps all lines fit when the optional parentheses are used.
        var copy = line.Clone();
        line.Leaves.ForEach(l => copy.Add(l.Copy(), track: true));
        var second = RightHand(copy, force: true);
        return second is not null && second.TrueForAll(l => l.Fits) ? second : result;
    }

    /// <summary>Splits the parts further; null when there is but one, the line itself.</summary>
    private static List<LogicalLine>? Apply(List<LogicalLine>? parts, bool force) =>
        parts is { Count: > 1 } ? [.. parts.SelectMany(p => Transform(p, force))] : null;
}

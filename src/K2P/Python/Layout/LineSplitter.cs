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
        var text = line.ToString();
        if (line.IsDefinition)
        {
            return Apply(line, text, BracketSplit.Left(line), force) ?? [line];
        }
        return (line.InsideBrackets ? Apply(line, text, DelimiterSplit.Split(line), force) : null)
            ?? RightHand(line, text, force)
            ?? [line];
    }

    private static List<LogicalLine>? RightHand(LogicalLine line, string text, bool force)
    {
        var result = Apply(line, text, RightHandSplit.Split(line, force), force);
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
        var second = RightHand(copy, text, force: true);
        return second is not null && second.TrueForAll(l => l.Fits) ? second : result;
    }

    /// <summary>Splits the parts further; null when there are none or when nothing changed.</summary>
    private static List<LogicalLine>? Apply(
        LogicalLine line,
        string text,
        List<LogicalLine>? parts,
        bool force
    )
    {
        if (parts is null)
        {
            return null;
        }
        var result = new List<LogicalLine>();
        foreach (var part in parts)
        {
            if (part.Depth == line.Depth && part.ToString() == text)
            {
                return null;
            }
            result.AddRange(Transform(part, force));
        }
        return result;
    }
}

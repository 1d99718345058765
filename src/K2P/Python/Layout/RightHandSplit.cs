namespace K2P.Python.Layout;

/// <summary>Splits a line at its last brackets, or at earlier ones when the rest then fits.</summary>
internal static class RightHandSplit
{
    public static List<LogicalLine>? Split(LogicalLine line, bool force)
    {
        foreach (var omit in TrailersToOmit(line))
        {
            if (At(line, [.. omit], force) is not { } lines)
            {
                return null;
            }
            if (lines[0].Fits)
            {
                return lines;
            }
        }
        return At(line, [], force);
    }

    private static List<LogicalLine>? At(LogicalLine line, HashSet<Leaf> omit, bool force) =>
        BracketSplit.Right(line, omit) is { } split
            ? WithoutOptional(split, line, omit, force)
            : null;

    /// <summary>When the split is at optional parentheses, prefers one that leaves them out.</summary>
    private static List<LogicalLine>? WithoutOptional(
        BracketSplit split,
        LogicalLine line,
        HashSet<Leaf> omit,
        bool force
    )
    {
        if (
            !force
            && split.Opening.IsInvisible
            && split.Closing.IsInvisible
            && CanOmitOptional(split.Body)
        )
        {
            HashSet<Leaf> more = [.. omit, split.Closing];
            if (
                BracketSplit.Right(line, more) is { } other
                && WithoutOptional(other, line, more, force) is { } lines
            )
            {
                return lines;
            }
            if (!CanBeSplit(split.Body) && !split.Body.Fits)
            {
                return null;
            }
        }
        return split.Lines();
    }

    /// <summary>The closing brackets not to split at, fewest first: trailers that fit on the last line.</summary>
    /// <remarks>Lazy on purpose: a split that was tried may have shown optional parentheses.</remarks>
    private static IEnumerable<HashSet<Leaf>> TrailersToOmit(LogicalLine line)
    {
        HashSet<Leaf> omit = [];
        if (!line.HasMagicComma)
        {
            yield return omit;
        }
        var length = 4 * line.Depth;
        Leaf? opening = null;
        Leaf? closing = null;
        HashSet<Leaf> inner = [];
        for (var i = line.Leaves.Count - 1; i >= 0; i--)
        {
            var leaf = line.Leaves[i];
            length += leaf.Length;
            if (length > PyWriter.LineLength)
            {
                yield break;
            }
            var previous = i > 0 ? line.Leaves[i - 1] : null;
            if (opening is not null)
            {
                if (leaf == opening)
                {
                    opening = null;
                }
                else if (leaf.Closes)
                {
                    if (MustExplode(line, previous, leaf))
                    {
                        yield break;
                    }
                    inner.Add(leaf);
                }
            }
            else if (leaf.Closes)
            {
                if (previous is { Opens: true })
                {
                    inner.Add(leaf);
                    continue;
                }
                if (closing is not null)
                {
                    omit.Add(closing);
                    omit.UnionWith(inner);
                    inner.Clear();
                    yield return omit;
                }
                if (MustExplode(line, previous, leaf))
                {
                    yield break;
                }
                if (!leaf.IsInvisible)
                {
                    (opening, closing) = (leaf.Opening, leaf);
                }
            }
        }
    }

    private static bool MustExplode(LogicalLine line, Leaf? previous, Leaf closing) =>
        previous is { IsComma: true }
        && closing.Opening is not null
        && !(closing.Text is ")" or "" && line.IsOneSequence(closing));

    /// <summary>The line surely has no place to split.</summary>
    private static bool CanBeSplit(LogicalLine line)
    {
        var leaves = line.Leaves;
        if (leaves.Count < 2)
        {
            return false;
        }
        if (leaves[0].Kind != PyTokenKind.String || leaves[1].Role != PyRole.Dot)
        {
            return true;
        }
        var (calls, dots) = (0, 0);
        var next = leaves[^1];
        foreach (var leaf in leaves.AsEnumerable().Reverse().Skip(1))
        {
            if (leaf.Opens)
            {
                if (!next.Closes)
                {
                    return false;
                }
                calls++;
            }
            else if (leaf.Role == PyRole.Dot)
            {
                dots++;
            }
            else if (leaf.IsWord)
            {
                if (!(next.Role == PyRole.Dot || next.Opens))
                {
                    return false;
                }
            }
            else if (!leaf.Closes)
            {
                return false;
            }
            if (dots > 1 && calls > 1)
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>The content of optional parentheses reads well without them.</summary>
    private static bool CanOmitOptional(LogicalLine line)
    {
        var priority = line.Tracker.MaxPriority();
        if (priority == SplitPriority.None)
        {
            return true;
        }
        if (line.Tracker.Count(priority) > 1)
        {
            return false;
        }
        if (priority == SplitPriority.Dot)
        {
            return true;
        }
        var first = line.Leaves[0];
        if (first.Opens && !line.Leaves[1].Closes && CanOmitOpening(line, first))
        {
            return true;
        }
        var last = line.Leaves[^1];
        return last.Closes
            && (last.Text != "]" || last.Role != PyRole.TrailerClose)
            && !line.Leaves[^2].Opens
            && CanOmitClosing(line, last);
    }

    private static bool CanOmitOpening(LogicalLine line, Leaf first)
    {
        var rest = false;
        var length = 4 * line.Depth;
        foreach (var leaf in line.Leaves)
        {
            rest |= leaf.Closes && leaf.Opening == first;
            if (rest)
            {
                length += leaf.Length;
                if (length > PyWriter.LineLength)
                {
                    return false;
                }
                rest = !leaf.Opens;
            }
        }
        return true;
    }

    private static bool CanOmitClosing(LogicalLine line, Leaf last)
    {
        var length = 4 * line.Depth;
        var others = false;
        foreach (var leaf in line.Leaves)
        {
            length += leaf.Length;
            if (leaf == last.Opening)
            {
                if (others || length <= PyWriter.LineLength)
                {
                    return true;
                }
            }
            else if (leaf.Opens)
            {
                others = true;
            }
        }
        return false;
    }
}

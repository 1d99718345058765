namespace K2P.Python.Layout;

/// <summary>A line cut at a pair of brackets: what is before and with the opening one, between them, and from the closing one on.</summary>
internal sealed class BracketSplit
{
    private BracketSplit(
        LogicalLine head,
        LogicalLine body,
        LogicalLine tail,
        Leaf opening,
        Leaf closing
    ) => (Head, Body, Tail, Opening, Closing) = (head, body, tail, opening, closing);

    public LogicalLine Head { get; }
    public LogicalLine Body { get; }
    public LogicalLine Tail { get; }
    public Leaf Opening { get; }
    public Leaf Closing { get; }

    /// <summary>The three as lines, the brackets shown.</summary>
    public List<LogicalLine> Lines()
    {
        Opening.Show();
        Closing.Show();
        return Existing();
    }

    private List<LogicalLine> Existing() =>
        [.. new[] { Head, Body, Tail }.Where(l => l.Leaves.Count > 0)];

    /// <summary>Cuts at the first pair that holds something; for function definitions.</summary>
    public static List<LogicalLine>? Left(LogicalLine line)
    {
        List<Leaf> head = [];
        List<Leaf> body = [];
        List<Leaf> tail = [];
        var current = head;
        Leaf? opening = null;
        foreach (var leaf in line.Leaves)
        {
            if (current == body && leaf.Closes && leaf.Opening == opening)
            {
                leaf.Show();
                opening!.Show();
                current = body.Count > 0 ? tail : head;
            }
            current.Add(leaf);
            if (current == head && leaf.Opens)
            {
                opening = leaf;
                current = body;
            }
        }
        return opening is null ? null : Build(line, head, body, tail, opening, opening)?.Existing();
    }

    /// <summary>Cuts at the last pair whose closing bracket is not among those to leave alone; null when that cannot be done or gains nothing.</summary>
    public static BracketSplit? Right(LogicalLine line, HashSet<Leaf> omit)
    {
        List<Leaf> head = [];
        List<Leaf> body = [];
        List<Leaf> tail = [];
        var current = tail;
        Leaf? opening = null;
        Leaf? closing = null;
        for (var i = line.Leaves.Count - 1; i >= 0; i--)
        {
            var leaf = line.Leaves[i];
            if (current == body && leaf == opening)
            {
                current = body.Count > 0 ? head : tail;
            }
            current.Add(leaf);
            if (current == tail && leaf.Closes && !omit.Contains(leaf))
            {
                (opening, closing) = (leaf.Opening, leaf);
                current = body;
            }
        }
        if (opening is null || closing is null || head.Count == 0)
        {
            return null;
        }
        head.Reverse();
        body.Reverse();
        tail.Reverse();
        return Build(line, head, body, tail, opening, closing);
    }

    private static BracketSplit? Build(
        LogicalLine line,
        List<Leaf> head,
        List<Leaf> body,
        List<Leaf> tail,
        Leaf opening,
        Leaf closing
    )
    {
        var lines = new BracketSplit(
            HeadOf(line, head),
            BodyOf(line, body, opening),
            Outside(line, tail),
            opening,
            closing
        );
        // An empty body gains nothing unless much follows it.
        return body.Count == 0 && tail.Sum(l => l.Length) < 3 ? null : lines;
    }

    private static LogicalLine Outside(LogicalLine line, List<Leaf> leaves)
    {
        var result = new LogicalLine(line.Depth);
        leaves.ForEach(l => result.Add(l, track: false));
        return result;
    }

    private static LogicalLine HeadOf(LogicalLine line, List<Leaf> leaves)
    {
        var result = new LogicalLine(line.Depth);
        var whole = InMatchingBrackets(leaves);
        for (var i = 0; i < leaves.Count; i++)
        {
            result.Add(leaves[i], whole[i]);
        }
        return result;
    }

    private static LogicalLine BodyOf(LogicalLine line, List<Leaf> leaves, Leaf opening)
    {
        var result = new LogicalLine(line.Depth + 1, insideBrackets: true);
        if (leaves.Count > 0)
        {
            leaves[0].Space = false;
            if (
                line.IsDefinition
                && opening.Text == "("
                && !opening.IsReturnType
                && !leaves.Exists(l => l.IsComma)
            )
            {
                leaves.Add(Leaf.TrailingComma());
            }
        }
        leaves.ForEach(l => result.Add(l, track: true));
        result.MustSplit = leaves.Count > 0 && MustSplit(result, opening);
        return result;
    }

    /// <summary>Two or more elements of a list, tuple, set or dict go one a line, and so does what a comma ends.</summary>
    private static bool MustSplit(LogicalLine body, Leaf opening)
    {
        var last = body.Leaves[^1];
        var except = last.IsComma ? last : null;
        return body.Tracker.MaxPriority(except) == SplitPriority.Comma
            && (except is not null || opening.Role == PyRole.AtomOpen);
    }

    /// <summary>Which leaves are within brackets that both stand among them.</summary>
    private static bool[] InMatchingBrackets(List<Leaf> leaves)
    {
        var result = new bool[leaves.Count];
        var open = new Stack<int>();
        for (var i = Math.Max(0, leaves.FindIndex(l => l.Opens)); i < leaves.Count; i++)
        {
            if (leaves[i].Opens)
            {
                open.Push(i);
            }
            else if (leaves[i].Closes)
            {
                if (open.Count == 0)
                {
                    break;
                }
                Array.Fill(result, true, open.Peek(), i - open.Pop() + 1);
            }
        }
        return result;
    }
}

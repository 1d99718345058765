namespace K2P.Python.Layout;

/// <summary>Follows the brackets of a line while leaves are added, and finds the places outside brackets where it can be split.</summary>
internal sealed class BracketTracker
{
    private readonly List<Leaf> open = [];
    private readonly List<int> forDepths = [];
    private readonly List<int> lambdaDepths = [];
    private int depth;
    private Leaf? previous;

    /// <summary>The leaves after which the line can be split, in order.</summary>
    public List<(Leaf Leaf, int Priority)> Delimiters { get; } = [];

    /// <summary>The optional parentheses seen.</summary>
    public List<Leaf> Invisible { get; } = [];

    public void Mark(Leaf leaf)
    {
        // What opened on an earlier line is not known here.
        if (depth == 0 && leaf.Closes)
        {
            return;
        }
        // Commas between "for" and "in", and between "lambda" and ":", are no places to split.
        LeaveWhen(leaf.IsWord && leaf.Text == "in", forDepths);
        LeaveWhen(leaf.Kind == PyTokenKind.Operator && leaf.Text == ":", lambdaDepths);
        if (leaf.Closes)
        {
            depth--;
            leaf.Opening = open[^1];
            open.RemoveAt(open.Count - 1);
            NoteInvisible(leaf);
        }
        leaf.Depth = depth;
        if (depth == 0)
        {
            MarkDelimiter(leaf);
        }
        if (leaf.Opens)
        {
            open.Add(leaf);
            depth++;
            NoteInvisible(leaf);
        }
        previous = leaf;
        EnterWhen(leaf.IsWord && leaf.Text == "lambda", lambdaDepths);
        EnterWhen(leaf.IsWord && leaf.Text == "for", forDepths);
    }

    /// <summary>The highest priority outside brackets; none when there is no delimiter.</summary>
    public int MaxPriority(Leaf? except = null)
    {
        var max = SplitPriority.None;
        foreach (var (leaf, priority) in Delimiters)
        {
            max = leaf == except ? max : Math.Max(max, priority);
        }
        return max;
    }

    public int Count(int priority)
    {
        var count = 0;
        foreach (var delimiter in Delimiters)
        {
            count += delimiter.Priority == priority ? 1 : 0;
        }
        return count;
    }

    private void MarkDelimiter(Leaf leaf)
    {
        var before = SplitPriority.Before(leaf, previous);
        if (before > 0 && previous is not null)
        {
            Delimiters.Add((previous, before));
        }
        else if (SplitPriority.After(leaf) is > 0 and var after)
        {
            Delimiters.Add((leaf, after));
        }
    }

    private void NoteInvisible(Leaf leaf)
    {
        if (leaf.IsInvisible)
        {
            Invisible.Add(leaf);
        }
    }

    private void EnterWhen(bool condition, List<int> depths)
    {
        if (condition)
        {
            depth++;
            depths.Add(depth);
        }
    }

    private void LeaveWhen(bool condition, List<int> depths)
    {
        if (condition && depths.Count > 0 && depths[^1] == depth)
        {
            depth--;
            depths.RemoveAt(depths.Count - 1);
        }
    }
}

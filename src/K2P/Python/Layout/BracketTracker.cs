namespace K2P.Python.Layout;

/// <summary>Follows the brackets of a line while leaves are added, and finds the places outside brackets where it can be split.</summary>
internal sealed class BracketTracker
{
    private readonly Dictionary<(int Depth, char Kind), Leaf> open = [];
    private readonly Stack<int> forDepths = new();
    private readonly Stack<int> lambdaDepths = new();
    private int depth;
    private Leaf? previous;

    public Dictionary<Leaf, int> Delimiters { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>The optional parentheses seen.</summary>
    public List<Leaf> Invisible { get; } = [];

    public void Mark(Leaf leaf)
    {
        if (depth == 0 && leaf.Closes && !open.ContainsKey((0, KindOf(leaf))))
        {
            return;
        }
        // Commas between "for" and "in", and between "lambda" and ":", are no places to split.
        LeaveWhen(leaf.IsWord && leaf.Text == "in", forDepths);
        LeaveWhen(leaf.Kind == PyTokenKind.Operator && leaf.Text == ":", lambdaDepths);
        if (leaf.Closes)
        {
            depth--;
            if (!open.Remove((depth, KindOf(leaf)), out var opening))
            {
                throw new InvalidOperationException("a closing bracket without an opening one");
            }
            leaf.Opening = opening;
            NoteInvisible(leaf);
        }
        leaf.Depth = depth;
        if (depth == 0)
        {
            MarkDelimiter(leaf);
        }
        if (leaf.Opens)
        {
            open[(depth, KindOf(leaf))] = leaf;
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

    public int Count(int priority) => Delimiters.Values.Count(p => p == priority);

    private void MarkDelimiter(Leaf leaf)
    {
        var before = SplitPriority.Before(leaf, previous);
        if (before > 0 && previous is not null)
        {
            Delimiters[previous] = before;
        }
        else if (SplitPriority.After(leaf) is > 0 and var after)
        {
            Delimiters[leaf] = after;
        }
    }

    private void NoteInvisible(Leaf leaf)
    {
        if (leaf.IsInvisible)
        {
            Invisible.Add(leaf);
        }
    }

    private void EnterWhen(bool condition, Stack<int> depths)
    {
        if (condition)
        {
            depth++;
            depths.Push(depth);
        }
    }

    private void LeaveWhen(bool condition, Stack<int> depths)
    {
        if (condition && depths.Count > 0 && depths.Peek() == depth)
        {
            depth--;
            depths.Pop();
        }
    }

    private static char KindOf(Leaf bracket) =>
        bracket.Text switch
        {
            "" or "(" or ")" => '(',
            "[" or "]" => '[',
            _ => '{',
        };
}

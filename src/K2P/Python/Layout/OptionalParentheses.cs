namespace K2P.Python.Layout;

/// <summary>Makes a statement's tokens into leaves, with optional parentheses where a statement may have them.</summary>
internal static class OptionalParentheses
{
    /// <summary>The statement as black first sees it: redundant parentheses hidden, a power after a sign in parentheses.</summary>
    public static LogicalLine Line(IReadOnlyList<PyToken> tokens, int depth)
    {
        var all = SignedPowers.Parenthesise(tokens);
        var roles = PySyntax.Roles(all);
        var spaces = PySpacing.Before(all, roles);
        var marks = new Marks(all.Count);
        foreach (var (start, end, mayUnwrapTuple) in ParenthesisPlaces.Of(all, roles))
        {
            Place(all, roles, start, end, mayUnwrapTuple, marks);
        }
        return Build(all, roles, spaces, marks, depth);
    }

    /// <summary>What becomes of the parentheses, by token.</summary>
    private sealed class Marks(int count)
    {
        public bool[] Hidden { get; } = new bool[count];
        public bool[] Dropped { get; } = new bool[count];

        /// <summary>A pair is put around the tokens from the one that has this mark…</summary>
        public bool[] Before { get; } = new bool[count];

        /// <summary>…to the one that has this.</summary>
        public bool[] After { get; } = new bool[count];

        /// <summary>The pair that is put around is not optional: a one-tuple.</summary>
        public bool[] Shown { get; } = new bool[count];
    }

    private static LogicalLine Build(
        IReadOnlyList<PyToken> tokens,
        PyRole[] roles,
        bool[] spaces,
        Marks marks,
        int depth
    )
    {
        var line = new LogicalLine(depth);
        var frames = new Stack<PyRole>();
        // The space before hidden parentheses stands before what they hold.
        var tight = false;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (marks.Dropped[i])
            {
                continue;
            }
            var returns = i > 0 && roles[i - 1] == PyRole.Arrow;
            if (marks.Before[i])
            {
                line.Add(
                    Parenthesis(PyTokenKind.Open, marks.Shown[i], spaces[i], returns),
                    track: true
                );
                tight = true;
            }
            if (tokens[i].Kind == PyTokenKind.Open)
            {
                frames.Push(roles[i]);
            }
            else if (tokens[i].Kind == PyTokenKind.Close)
            {
                frames.Pop();
            }
            line.Add(
                new()
                {
                    Kind = tokens[i].Kind,
                    Role = roles[i],
                    Text = marks.Hidden[i] ? "" : tokens[i].Text,
                    Space = line.Leaves.Count > 0 && spaces[i] && !tight,
                    InArguments =
                        roles[i] == PyRole.Comma
                        && frames.TryPeek(out var frame)
                        && frame == PyRole.CallOpen,
                },
                track: true
            );
            tight = false;
            if (marks.After[i])
            {
                line.Add(
                    Parenthesis(
                        PyTokenKind.Close,
                        marks.Shown[i],
                        space: false,
                        isReturnType: false
                    ),
                    track: true
                );
            }
        }
        return line;
    }

    private static Leaf Parenthesis(PyTokenKind kind, bool shown, bool space, bool isReturnType) =>
        new()
        {
            Kind = kind,
            Role = kind == PyTokenKind.Open ? PyRole.AtomOpen : PyRole.AtomClose,
            Text =
                !shown ? ""
                : kind == PyTokenKind.Open ? "("
                : ")",
            Space = space,
            IsReturnType = isReturnType,
        };

    /// <summary>Hides the parentheses around the tokens from start to end (exclusive), or adds optional ones.</summary>
    private static void Place(
        IReadOnlyList<PyToken> tokens,
        PyRole[] roles,
        int start,
        int end,
        bool mayUnwrapTuple,
        Marks marks
    )
    {
        if (start >= end)
        {
            return;
        }
        if (!TokenSpan.IsAtom(tokens, start, end))
        {
            marks.Shown[start] = marks.Shown[end - 1] = TokenSpan.IsOneTuple(
                tokens,
                roles,
                start,
                end
            );
            marks.Before[start] = true;
            marks.After[end - 1] = true;
            return;
        }
        var isFirst = true;
        while (
            TokenSpan.IsParenthesised(tokens, start, end)
            && !KeepsParentheses(tokens, roles, start, end, mayUnwrapTuple)
        )
        {
            (isFirst ? marks.Hidden : marks.Dropped)[start] = true;
            (isFirst ? marks.Hidden : marks.Dropped)[end - 1] = true;
            (start, end, isFirst) = (start + 1, end - 1, false);
        }
        if (isFirst && !TokenSpan.IsParenthesised(tokens, start, end))
        {
            marks.Before[start] = true;
            marks.After[end - 1] = true;
        }
    }

    /// <summary>An empty tuple, a one-tuple, a tuple, a comprehension and an assignment expression keep what they have.</summary>
    private static bool KeepsParentheses(
        IReadOnlyList<PyToken> tokens,
        PyRole[] roles,
        int start,
        int end,
        bool mayUnwrapTuple
    )
    {
        if (end - start == 2 || TokenSpan.IsOneTuple(tokens, roles, start + 1, end - 1))
        {
            return true;
        }
        var statement = tokens[0].Text;
        for (int i = start + 1, depth = 0, lambdas = 0; i < end - 1; i++)
        {
            depth -= tokens[i].Kind == PyTokenKind.Close ? 1 : 0;
            lambdas -= roles[i] == PyRole.LambdaColon ? 1 : 0;
            if (depth == 0 && lambdas == 0)
            {
                if (roles[i] == PyRole.Walrus)
                {
                    return statement is not ("if" or "elif" or "while");
                }
                if (!mayUnwrapTuple && roles[i] is PyRole.Comma or PyRole.ComprehensionFor)
                {
                    return true;
                }
            }
            depth += tokens[i].Kind == PyTokenKind.Open ? 1 : 0;
            lambdas += roles[i] == PyRole.Lambda ? 1 : 0;
        }
        return false;
    }
}

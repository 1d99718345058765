namespace K2P.Python.Layout;

/// <summary>Makes a statement's tokens into leaves, with optional parentheses where a statement may have them.</summary>
internal static class OptionalParentheses
{
    /// <summary>The statement as black first sees it: redundant parentheses hidden, a power after a sign in parentheses.</summary>
    public static LogicalLine Line(IReadOnlyList<PyToken> tokens, int depth)
    {
        var all = SignedPowers(tokens);
        var roles = PySyntax.Roles(all);
        var spaces = PySpacing.Before(all, roles);
        var marks = new Marks(all.Count);
        foreach (var (start, end, mayUnwrapTuple) in Places(all, roles))
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
        if (!IsAtom(tokens, start, end))
        {
            marks.Shown[start] = marks.Shown[end - 1] = IsOneTuple(tokens, roles, start, end);
            marks.Before[start] = true;
            marks.After[end - 1] = true;
            return;
        }
        var isFirst = true;
        while (
            IsParenthesised(tokens, start, end)
            && !KeepsParentheses(tokens, roles, start, end, mayUnwrapTuple)
        )
        {
            (isFirst ? marks.Hidden : marks.Dropped)[start] = true;
            (isFirst ? marks.Hidden : marks.Dropped)[end - 1] = true;
            (start, end, isFirst) = (start + 1, end - 1, false);
        }
        if (isFirst && !IsParenthesised(tokens, start, end))
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
        if (end - start == 2 || IsOneTuple(tokens, roles, start + 1, end - 1))
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

    private static bool IsOneTuple(
        IReadOnlyList<PyToken> tokens,
        PyRole[] roles,
        int start,
        int end
    )
    {
        var depth = 0;
        for (var i = start; i < end; i++)
        {
            depth +=
                tokens[i].Kind == PyTokenKind.Open ? 1
                : tokens[i].Kind == PyTokenKind.Close ? -1
                : 0;
            if (depth == 0 && roles[i] == PyRole.Comma)
            {
                return i == end - 1;
            }
        }
        return false;
    }

    private static bool IsParenthesised(IReadOnlyList<PyToken> tokens, int start, int end) =>
        tokens[start].Is("(") && IsAtom(tokens, start, end);

    /// <summary>One pair of brackets around everything.</summary>
    private static bool IsAtom(IReadOnlyList<PyToken> tokens, int start, int end) =>
        tokens[start].Kind == PyTokenKind.Open && CloseOf(tokens, start) == end - 1;

    private static int CloseOf(IReadOnlyList<PyToken> tokens, int open)
    {
        var depth = 0;
        for (var i = open; i < tokens.Count; i++)
        {
            depth +=
                tokens[i].Kind == PyTokenKind.Open ? 1
                : tokens[i].Kind == PyTokenKind.Close ? -1
                : 0;
            if (depth == 0)
            {
                return i;
            }
        }
        return -1;
    }

    /// <summary>The parts of a statement that may be put in parentheses.</summary>
    private static IEnumerable<(int Start, int End, bool MayUnwrapTuple)> Places(
        IReadOnlyList<PyToken> tokens,
        PyRole[] roles
    )
    {
        var last = roles[^1] == PyRole.BlockColon ? tokens.Count - 1 : tokens.Count;
        switch (tokens[0].Kind == PyTokenKind.Keyword ? tokens[0].Text : "")
        {
            case "return" or "if" or "elif" or "while" or "del":
                return [(1, last, false)];
            case "for":
                var inAt = Array.IndexOf(roles, PyRole.ForIn);
                return [(1, inAt, true), (inAt + 1, last, false)];
            case "assert":
                var comma = Find(tokens, roles, 1, last, PyRole.Comma);
                return comma < 0
                    ? [(1, last, false)]
                    : [(1, comma, false), (comma + 1, last, false)];
            case "except":
                var asAt = FindWord(tokens, 1, last, "as");
                return [(1, asAt < 0 ? last : asAt, false)];
            case "with":
                return With(tokens, roles, last);
            case "def":
                var arrow = Array.IndexOf(roles, PyRole.Arrow);
                return arrow < 0 ? [] : [(arrow + 1, last, false)];
            case "raise"
            or "import"
            or "from"
            or "global"
            or "nonlocal"
            or "pass"
            or "break"
            or "continue":
            case "yield" or "try" or "else" or "finally":
                return [];
            default:
                return Expression(tokens, roles, last);
        }
    }

    private static IEnumerable<(int, int, bool)> With(
        IReadOnlyList<PyToken> tokens,
        PyRole[] roles,
        int last
    )
    {
        for (var start = 1; start < last; )
        {
            var comma = Find(tokens, roles, start, last, PyRole.Comma);
            var end = comma < 0 ? last : comma;
            var asAt = FindWord(tokens, start, end, "as");
            var item = asAt < 0 ? end : asAt;
            if (IsParenthesised(tokens, start, item) || (item == start + 1 && asAt < 0))
            {
                yield return (start, item, true);
            }
            start = end + 1;
        }
    }

    /// <summary>Assignments: each value, and a target that is a tuple. Else arithmetic only.</summary>
    private static IEnumerable<(int, int, bool)> Expression(
        IReadOnlyList<PyToken> tokens,
        PyRole[] roles,
        int last
    )
    {
        var assign = Find(tokens, roles, 0, last, PyRole.Assign);
        if (assign < 0)
        {
            var lowest = PyGrammar.Precedence(tokens, roles);
            if (
                lowest
                is PyPrecedence.Sum
                    or PyPrecedence.Shift
                    or PyPrecedence.BitAnd
                    or PyPrecedence.BitXor
            )
            {
                yield return (0, last, false);
            }
            yield break;
        }
        if (Find(tokens, roles, 0, assign, PyRole.Comma) >= 0)
        {
            yield return (0, assign, false);
        }
        while (assign >= 0)
        {
            var next = Find(tokens, roles, assign + 1, last, PyRole.Assign);
            yield return (assign + 1, next < 0 ? last : next, false);
            assign = next;
        }
    }

    private static int FindWord(IReadOnlyList<PyToken> tokens, int start, int end, string word)
    {
        var depth = 0;
        for (var i = start; i < end; i++)
        {
            depth +=
                tokens[i].Kind == PyTokenKind.Open ? 1
                : tokens[i].Kind == PyTokenKind.Close ? -1
                : 0;
            if (depth == 0 && tokens[i].Is(word))
            {
                return i;
            }
        }
        return -1;
    }

    /// <summary>The first such role outside brackets and outside a lambda's parameters.</summary>
    private static int Find(
        IReadOnlyList<PyToken> tokens,
        PyRole[] roles,
        int start,
        int end,
        PyRole role
    )
    {
        for (int i = start, depth = 0, lambdas = 0; i < end; i++)
        {
            depth +=
                tokens[i].Kind == PyTokenKind.Open ? 1
                : tokens[i].Kind == PyTokenKind.Close ? -1
                : 0;
            lambdas +=
                roles[i] == PyRole.Lambda ? 1
                : roles[i] == PyRole.LambdaColon ? -1
                : 0;
            if (depth == 0 && lambdas == 0 && roles[i] == role)
            {
                return i;
            }
        }
        return -1;
    }

    /// <summary><c>-x ** 2</c> becomes <c>-(x ** 2)</c>.</summary>
    private static IReadOnlyList<PyToken> SignedPowers(IReadOnlyList<PyToken> tokens)
    {
        var roles = PySyntax.Roles(tokens);
        if (!roles.AsSpan().Contains(PyRole.Power) || !roles.AsSpan().Contains(PyRole.Unary))
        {
            return tokens;
        }
        var all = tokens.ToList();
        for (var i = all.Count - 2; i >= 0; i--)
        {
            if (roles[i] != PyRole.Unary)
            {
                continue;
            }
            var operand = all[i + 1].Kind == PyTokenKind.Open ? CloseOf(all, i + 1) : i + 1;
            if (operand + 1 < all.Count && roles[operand + 1] == PyRole.Power)
            {
                all.Insert(EndOfFactor(all, roles, operand + 2), PyToken.Close(")"));
                all.Insert(i + 1, PyToken.Open("("));
                roles = PySyntax.Roles(all);
            }
        }
        return all;
    }

    private static int EndOfFactor(List<PyToken> tokens, PyRole[] roles, int start)
    {
        var i = start;
        while (roles[i] == PyRole.Unary)
        {
            i++;
        }
        i = (tokens[i].Kind == PyTokenKind.Open ? CloseOf(tokens, i) : i) + 1;
        while (
            i < tokens.Count && roles[i] is PyRole.Dot or PyRole.CallOpen or PyRole.SubscriptOpen
        )
        {
            i = roles[i] == PyRole.Dot ? i + 2 : CloseOf(tokens, i) + 1;
        }
        return i < tokens.Count && roles[i] == PyRole.Power ? EndOfFactor(tokens, roles, i + 1) : i;
    }
}

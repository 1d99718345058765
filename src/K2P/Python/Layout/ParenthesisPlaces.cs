namespace K2P.Python.Layout;

/// <summary>Where a statement may have parentheses that are optional.</summary>
internal static class ParenthesisPlaces
{
    /// <summary>The parts of a statement that may be put in parentheses.</summary>
    public static IEnumerable<(int Start, int End, bool MayUnwrapTuple)> Of(
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
                var comma = TokenSpan.Find(tokens, roles, 1, last, PyRole.Comma);
                return comma < 0
                    ? [(1, last, false)]
                    : [(1, comma, false), (comma + 1, last, false)];
            case "except":
                var asAt = TokenSpan.FindWord(tokens, 1, last, "as");
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
            var comma = TokenSpan.Find(tokens, roles, start, last, PyRole.Comma);
            var end = comma < 0 ? last : comma;
            var asAt = TokenSpan.FindWord(tokens, start, end, "as");
            var item = asAt < 0 ? end : asAt;
            if (TokenSpan.IsParenthesised(tokens, start, item) || (item == start + 1 && asAt < 0))
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
        var assign = TokenSpan.Find(tokens, roles, 0, last, PyRole.Assign);
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
        if (TokenSpan.Find(tokens, roles, 0, assign, PyRole.Comma) >= 0)
        {
            yield return (0, assign, false);
        }
        while (assign >= 0)
        {
            var next = TokenSpan.Find(tokens, roles, assign + 1, last, PyRole.Assign);
            yield return (assign + 1, next < 0 ? last : next, false);
            assign = next;
        }
    }
}

namespace K2P.Python;

/// <summary>The space before each token of a statement, as PEP 8 and black set it.</summary>
internal static class PySpacing
{
    /// <summary>For each token whether a space goes before it.</summary>
    public static bool[] Before(IReadOnlyList<PyToken> tokens, PyRole[] roles)
    {
        var result = new bool[tokens.Count];
        var complex = ComplexSubscripts(tokens, roles);
        for (var i = 1; i < tokens.Count; i++)
        {
            result[i] =
                !IsTightAfter(tokens, roles, i - 1, complex)
                && !IsTightBefore(tokens, roles, i, complex);
        }
        return result;
    }

    private static bool IsTightAfter(
        IReadOnlyList<PyToken> tokens,
        PyRole[] roles,
        int i,
        bool[] complex
    ) =>
        roles[i] switch
        {
            PyRole.AtomOpen or PyRole.CallOpen or PyRole.SubscriptOpen => true,
            PyRole.Dot => !tokens[i + 1].Is("import"),
            PyRole.Unary or PyRole.Unpack => true,
            PyRole.KeywordEquals => true,
            PyRole.SliceColon => !complex[i],
            PyRole.Power => IsSimplePower(tokens, roles, i),
            _ => false,
        };

    private static bool IsTightBefore(
        IReadOnlyList<PyToken> tokens,
        PyRole[] roles,
        int i,
        bool[] complex
    ) =>
        roles[i] switch
        {
            PyRole.AtomClose or PyRole.TrailerClose or PyRole.Comma => true,
            PyRole.CallOpen or PyRole.SubscriptOpen => true,
            PyRole.Dot => !(tokens[i - 1].Is("from") || tokens[i - 1].Is("import")),
            PyRole.KeywordEquals => true,
            PyRole.LambdaColon or PyRole.DictColon or PyRole.BlockColon or PyRole.AnnotationColon =>
                true,
            PyRole.SliceColon => roles[i - 1] == PyRole.SliceColon
                || (!complex[i] && roles[i - 1] != PyRole.Comma),
            PyRole.Power => IsSimplePower(tokens, roles, i),
            PyRole.ParameterMark => roles[i - 1] == PyRole.CallOpen,
            _ => false,
        };

    /// <summary>For each slice colon whether its subscript (its part between commas) holds more than names, numbers and signs.</summary>
    private static bool[] ComplexSubscripts(IReadOnlyList<PyToken> tokens, PyRole[] roles)
    {
        var result = new bool[tokens.Count];
        var open = new Stack<(int Start, List<int> Colons, bool Complex, bool Subscript)>();
        open.Push((0, [], false, false));
        for (var i = 0; i < tokens.Count; i++)
        {
            var top = open.Pop();
            switch (roles[i])
            {
                case PyRole.SliceColon:
                    top.Colons.Add(i);
                    open.Push(top);
                    break;
                case PyRole.AtomOpen or PyRole.CallOpen or PyRole.SubscriptOpen:
                    open.Push(top);
                    open.Push((i, [], false, roles[i] == PyRole.SubscriptOpen));
                    break;
                case PyRole.AtomClose or PyRole.TrailerClose or PyRole.Comma:
                    foreach (var colon in top.Colons)
                    {
                        result[colon] = top.Complex;
                    }
                    if (roles[i] == PyRole.Comma)
                    {
                        open.Push((i, [], false, top.Subscript));
                        break;
                    }
                    // What is complex within brackets makes the subscript around them complex too.
                    var outer = open.Pop();
                    var trailer = roles[top.Start] is PyRole.CallOpen or PyRole.SubscriptOpen;
                    open.Push(outer with { Complex = outer.Complex || top.Complex || trailer });
                    break;
                default:
                    open.Push(top with { Complex = top.Complex || IsComplex(roles[i]) });
                    break;
            }
        }
        return result;
    }

    private static bool IsComplex(PyRole role) =>
        role
            is PyRole.Power
                or PyRole.Product
                or PyRole.Sum
                or PyRole.Shift
                or PyRole.BitAnd
                or PyRole.BitXor
                or PyRole.BitOr
                or PyRole.Comparison
                or PyRole.Not
                or PyRole.And
                or PyRole.Or
                or PyRole.TernaryIf
                or PyRole.Lambda
                or PyRole.Dot
                or PyRole.Unpack;

    /// <summary><c>**</c> between names, numbers, attributes and their negations.</summary>
    private static bool IsSimplePower(IReadOnlyList<PyToken> tokens, PyRole[] roles, int i)
    {
        var next = i + 1;
        if (next < tokens.Count && roles[next] == PyRole.Unary)
        {
            if (!tokens[next].Is("-"))
            {
                return false;
            }
            next++;
        }
        return IsSimpleBefore(tokens, roles, i - 1) && IsSimpleAfter(tokens, roles, next);
    }

    private static bool IsSimpleBefore(IReadOnlyList<PyToken> tokens, PyRole[] roles, int last)
    {
        var i = last;
        if (tokens[i].Kind == PyTokenKind.Number)
        {
            return true;
        }
        while (roles[i] == PyRole.Attribute && i >= 2)
        {
            i -= 2;
        }
        return tokens[i].IsName || tokens[i].Kind == PyTokenKind.Keyword && tokens[i].EndsOperand;
    }

    private static bool IsSimpleAfter(IReadOnlyList<PyToken> tokens, PyRole[] roles, int first)
    {
        if (first >= tokens.Count)
        {
            return false;
        }
        if (
            tokens[first].Kind != PyTokenKind.Number
            && !tokens[first].IsName
            && !tokens[first].EndsOperand
        )
        {
            return false;
        }
        var i = first + 1;
        while (i + 1 < tokens.Count && roles[i] == PyRole.Dot)
        {
            i += 2;
        }
        return i >= tokens.Count || roles[i] is not (PyRole.CallOpen or PyRole.SubscriptOpen);
    }
}

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
            PyRole.ParameterMark => roles[i - 1] == PyRole.CallOpen,
            _ => false,
        };

    /// <summary>For each slice colon whether its subscript (its part between commas) holds more than names, numbers and signs.</summary>
    private static bool[] ComplexSubscripts(IReadOnlyList<PyToken> tokens, PyRole[] roles)
    {
        var result = new bool[tokens.Count];
        var open = new Stack<Brackets>();
        open.Push(new(isTrailer: false));
        for (var i = 0; i < tokens.Count; i++)
        {
            switch (roles[i])
            {
                case PyRole.SliceColon:
                    open.Peek().Colons.Add(i);
                    break;
                case PyRole.AtomOpen or PyRole.CallOpen or PyRole.SubscriptOpen:
                    open.Push(new(roles[i] != PyRole.AtomOpen));
                    break;
                case PyRole.Lambda:
                    open.Peek().Lambdas++;
                    open.Peek().IsPartComplex = true;
                    break;
                case PyRole.LambdaColon:
                    open.Peek().Lambdas--;
                    break;
                case PyRole.Comma when open.Peek().Lambdas == 0:
                    open.Peek().EndPart(result);
                    break;
                case PyRole.AtomClose or PyRole.TrailerClose:
                    var inner = open.Pop();
                    inner.EndPart(result);
                    open.Peek().IsPartComplex |= inner.IsComplex;
                    break;
                default:
                    open.Peek().IsPartComplex |= IsComplex(roles[i]);
                    break;
            }
        }
        return result;
    }

    /// <summary>What was found so far between a pair of brackets; a call or subscript makes what holds it complex in any case.</summary>
    private sealed class Brackets(bool isTrailer)
    {
        public bool IsComplex { get; private set; } = isTrailer;
        public bool IsPartComplex { get; set; }
        public int Lambdas { get; set; }
        public List<int> Colons { get; } = [];

        public void EndPart(bool[] complex)
        {
            Colons.ForEach(c => complex[c] = IsPartComplex);
            Colons.Clear();
            IsComplex |= IsPartComplex;
            IsPartComplex = false;
        }
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
                or PyRole.Dot
                or PyRole.Unpack;
}

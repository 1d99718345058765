namespace K2P.Python;

/// <summary>Precedences: what an expression has, and what a place in a template needs.</summary>
internal static class PyGrammar
{
    public static PyPrecedence Precedence(IReadOnlyList<PyToken> tokens, PyRole[] roles)
    {
        var lowest = tokens.Count > 1 ? PyPrecedence.Primary : PyPrecedence.Atom;
        for (int i = 0, depth = 0, lambdas = 0; i < tokens.Count; i++)
        {
            depth +=
                tokens[i].Kind == PyTokenKind.Open ? 1
                : tokens[i].Kind == PyTokenKind.Close ? -1
                : 0;
            if (depth > 0)
            {
                continue;
            }
            lambdas +=
                roles[i] == PyRole.Lambda ? 1
                : roles[i] == PyRole.LambdaColon ? -1
                : 0;
            if (
                lambdas == 0
                && roles[i]
                    is PyRole.StatementWord
                        or PyRole.Assign
                        or PyRole.BlockColon
                        or PyRole.AnnotationColon
            )
            {
                throw new FormatException(
                    $"'{tokens[i].Text}' is of a statement, not of an expression"
                );
            }
            var found = lambdas > 0 ? PyPrecedence.Lambda : Of(roles[i]);
            lowest = found < lowest ? found : lowest;
        }
        return lowest;
    }

    /// <summary>What the operator makes of an expression that has it outside brackets.</summary>
    private static PyPrecedence Of(PyRole role) =>
        role switch
        {
            PyRole.Comma or PyRole.Unpack => PyPrecedence.Tuple,
            PyRole.Walrus or PyRole.ComprehensionFor => PyPrecedence.Walrus,
            PyRole.Lambda => PyPrecedence.Lambda,
            PyRole.TernaryIf or PyRole.TernaryElse => PyPrecedence.Ternary,
            PyRole.Or => PyPrecedence.Or,
            PyRole.And => PyPrecedence.And,
            PyRole.Not => PyPrecedence.Not,
            PyRole.Comparison => PyPrecedence.Comparison,
            PyRole.BitOr => PyPrecedence.BitOr,
            PyRole.BitXor => PyPrecedence.BitXor,
            PyRole.BitAnd => PyPrecedence.BitAnd,
            PyRole.Shift => PyPrecedence.Shift,
            PyRole.Sum => PyPrecedence.Sum,
            PyRole.Product => PyPrecedence.Product,
            PyRole.Unary => PyPrecedence.Unary,
            PyRole.Power => PyPrecedence.Power,
            _ => PyPrecedence.Atom,
        };

    /// <summary>The loosest expression that may stand in the hole at <paramref name="i"/> without parentheses.</summary>
    public static PyPrecedence Needed(IReadOnlyList<PyToken> tokens, PyRole[] roles, int i)
    {
        if (tokens.Count == 1)
        {
            return PyPrecedence.Any;
        }
        var left = i > 0 ? NeededAfter(tokens, roles, i - 1) : PyPrecedence.Tuple;
        var right = i + 1 < tokens.Count ? NeededBefore(tokens, roles, i + 1) : PyPrecedence.Tuple;
        if (i > 0 && i + 1 < tokens.Count && tokens[i + 1].Kind == PyTokenKind.Close)
        {
            // Alone within brackets nothing can be misread; a tuple as a call's argument can.
            if (tokens[i - 1].Is("(") || roles[i - 1] == PyRole.SubscriptOpen)
            {
                return roles[i - 1] switch
                {
                    PyRole.CallOpen => PyPrecedence.Walrus,
                    PyRole.SubscriptOpen => PyPrecedence.Tuple,
                    _ => PyPrecedence.Any,
                };
            }
        }
        return left > right ? left : right;
    }

    private static PyPrecedence NeededAfter(
        IReadOnlyList<PyToken> tokens,
        PyRole[] roles,
        int before
    )
    {
        switch (roles[before])
        {
            case PyRole.StatementWord:
                return tokens[before].Text is "return" or "yield" or "del" or "for"
                    ? PyPrecedence.Tuple
                    : PyPrecedence.Lambda;
            case PyRole.Assign:
                return PyPrecedence.Tuple;
            case PyRole.ForIn:
                return
                    tokens[0].Is("for")
                    && roles[0] == PyRole.StatementWord
                    && Depth(tokens, before) == 0
                    ? PyPrecedence.Tuple
                    : PyPrecedence.Or;
            case PyRole.Comma
            or PyRole.AtomOpen
            or PyRole.CallOpen
            or PyRole.SubscriptOpen
            or PyRole.KeywordEquals
            or PyRole.AnnotatedEquals
            or PyRole.AnnotationColon
            or PyRole.DictColon
            or PyRole.SliceColon
            or PyRole.LambdaColon
            or PyRole.BlockColon
            or PyRole.Arrow
            or PyRole.Walrus
            or PyRole.TernaryElse:
                return PyPrecedence.Lambda;
            case PyRole.TernaryIf or PyRole.ComprehensionIf:
                return PyPrecedence.Or;
            case PyRole.Or or PyRole.And or PyRole.Product or PyRole.Sum or PyRole.Shift:
            case PyRole.BitAnd or PyRole.BitXor or PyRole.BitOr:
                return Of(roles[before]) + 1;
            case PyRole.Not:
                return PyPrecedence.Not;
            case PyRole.Comparison or PyRole.ComparisonRest or PyRole.Unpack:
                return PyPrecedence.BitOr;
            case PyRole.Unary or PyRole.Power:
                return PyPrecedence.Unary;
            case PyRole.ComprehensionFor or PyRole.Lambda or PyRole.ParameterMark:
                return PyPrecedence.Primary;
            case PyRole.Dot:
                return PyPrecedence.Atom;
            default:
                throw new FormatException($"a hole directly after '{tokens[before].Text}'");
        }
    }

    private static PyPrecedence NeededBefore(
        IReadOnlyList<PyToken> tokens,
        PyRole[] roles,
        int after
    )
    {
        switch (roles[after])
        {
            case PyRole.Dot or PyRole.CallOpen or PyRole.SubscriptOpen:
                return PyPrecedence.Primary;
            case PyRole.Power:
                return PyPrecedence.Primary;
            case PyRole.Product
            or PyRole.Sum
            or PyRole.Shift
            or PyRole.BitAnd
            or PyRole.BitXor
            or PyRole.BitOr:
            case PyRole.Or or PyRole.And:
                return Of(roles[after]);
            case PyRole.Comparison:
                return PyPrecedence.BitOr;
            case PyRole.TernaryIf or PyRole.TernaryElse or PyRole.ComprehensionIf:
                return PyPrecedence.Or;
            case PyRole.Assign:
                return PyPrecedence.Tuple;
            case PyRole.AtomClose or PyRole.TrailerClose or PyRole.BlockColon:
                return PyPrecedence.Tuple;
            case PyRole.Comma or PyRole.ComprehensionFor or PyRole.DictColon or PyRole.SliceColon:
            case PyRole.StatementWord:
                return PyPrecedence.Lambda;
            case PyRole.LambdaColon
            or PyRole.AnnotationColon
            or PyRole.AnnotatedEquals
            or PyRole.KeywordEquals:
            case PyRole.ForIn or PyRole.Walrus or PyRole.Arrow:
                return PyPrecedence.Tuple;
            default:
                throw new FormatException($"a hole directly before '{tokens[after].Text}'");
        }
    }

    private static int Depth(IReadOnlyList<PyToken> tokens, int end)
    {
        var depth = 0;
        for (var i = 0; i < end; i++)
        {
            depth +=
                tokens[i].Kind == PyTokenKind.Open ? 1
                : tokens[i].Kind == PyTokenKind.Close ? -1
                : 0;
        }
        return depth;
    }
}

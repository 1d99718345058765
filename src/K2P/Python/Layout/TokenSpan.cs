namespace K2P.Python.Layout;

/// <summary>Looks for brackets and words among the tokens of a statement; an end is exclusive.</summary>
internal static class TokenSpan
{
    public static bool IsOneTuple(IReadOnlyList<PyToken> tokens, PyRole[] roles, int start, int end)
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

    public static bool IsParenthesised(IReadOnlyList<PyToken> tokens, int start, int end) =>
        tokens[start].Is("(") && IsAtom(tokens, start, end);

    /// <summary>One pair of brackets around everything.</summary>
    public static bool IsAtom(IReadOnlyList<PyToken> tokens, int start, int end) =>
        tokens[start].Kind == PyTokenKind.Open && CloseOf(tokens, start) == end - 1;

    public static int CloseOf(IReadOnlyList<PyToken> tokens, int open)
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

    public static int FindWord(IReadOnlyList<PyToken> tokens, int start, int end, string word)
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
    public static int Find(
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
}

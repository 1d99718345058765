namespace K2P.Python.Layout;

/// <summary>Puts a power that follows a sign in parentheses.</summary>
internal static class SignedPowers
{
    /// <summary><c>-x ** 2</c> becomes <c>-(x ** 2)</c>.</summary>
    public static IReadOnlyList<PyToken> Parenthesise(IReadOnlyList<PyToken> tokens)
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
            var operand =
                all[i + 1].Kind == PyTokenKind.Open ? TokenSpan.CloseOf(all, i + 1) : i + 1;
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
        i = (tokens[i].Kind == PyTokenKind.Open ? TokenSpan.CloseOf(tokens, i) : i) + 1;
        while (
            i < tokens.Count && roles[i] is PyRole.Dot or PyRole.CallOpen or PyRole.SubscriptOpen
        )
        {
            i = roles[i] == PyRole.Dot ? i + 2 : TokenSpan.CloseOf(tokens, i) + 1;
        }
        return i < tokens.Count && roles[i] == PyRole.Power ? EndOfFactor(tokens, roles, i + 1) : i;
    }
}

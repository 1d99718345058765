namespace K2P.Python;

/// <summary>The <c>def</c> line of a function.</summary>
internal static class PyHeader
{
    public static List<PyToken> Of(PyStatement.Function function)
    {
        List<PyToken> tokens =
        [
            PyToken.Keyword("def"),
            new(PyTokenKind.Local, function.Name.Text),
            PyToken.Open("("),
        ];
        var marked = false;
        foreach (var parameter in function.Parameters)
        {
            if (parameter.KeywordOnly && !marked)
            {
                marked = true;
                Separate(tokens);
                tokens.Add(PyToken.Operator("*"));
            }
            Separate(tokens);
            tokens.Add(new(PyTokenKind.Local, parameter.Name.Text));
            if (parameter.Type is not null)
            {
                tokens.Add(PyToken.Operator(":"));
                PyLiteral.Append(tokens, parameter.Type, PyPrecedence.Lambda);
            }
            if (parameter.Default is not null)
            {
                tokens.Add(PyToken.Operator("="));
                PyLiteral.Append(tokens, parameter.Default, PyPrecedence.Lambda);
            }
        }
        tokens.Add(PyToken.Close(")"));
        if (function.Returns is not null)
        {
            tokens.Add(PyToken.Operator("->"));
            PyLiteral.Append(tokens, function.Returns, PyPrecedence.Lambda);
        }
        tokens.Add(PyToken.Operator(":"));
        return tokens;
    }

    private static void Separate(List<PyToken> tokens)
    {
        if (!tokens[^1].Is("("))
        {
            tokens.Add(PyToken.Operator(","));
        }
    }
}

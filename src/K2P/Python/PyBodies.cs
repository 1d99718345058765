using System.Text;

namespace K2P.Python;

/// <summary>Looks at the tokens of whole bodies: what two of them differ in, and the same body with other tokens in some places.</summary>
internal static class PyBodies
{
    /// <summary>Every token of the statements in order; the shape tells what stands between them.</summary>
    public static (IReadOnlyList<PyToken> Tokens, string Shape) Flatten(
        IReadOnlyList<PyStatement> body
    )
    {
        var tokens = new List<PyToken>();
        var shape = new StringBuilder();
        Flatten(body, tokens, shape);
        return (tokens, shape.ToString());
    }

    /// <summary>The statements with other tokens in some places, told by their number among all; a null leaves the token out.</summary>
    public static IReadOnlyList<PyStatement> Replace(
        IReadOnlyList<PyStatement> body,
        IReadOnlyDictionary<int, PyToken?> places
    )
    {
        var next = 0;
        return Replace(body, places, ref next);
    }

    /// <summary>The tokens as one text in which <c>f(name=x)</c> and <c>f(**{"name": x})</c> are the same.</summary>
    public static string Normal(IReadOnlyList<PyToken> tokens)
    {
        var text = new StringBuilder();
        var open = new Stack<bool>();
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            var isKeywords = token.Is("**") && i + 1 < tokens.Count && tokens[i + 1].Is("{");
            if (isKeywords)
            {
                open.Push(true);
                i++;
            }
            else if (token.Kind == PyTokenKind.Close && open.Pop())
            {
                // The end of the keywords in braces.
            }
            else if (
                token.Kind == PyTokenKind.String
                && open.TryPeek(out var inKeywords)
                && inKeywords
                && i + 1 < tokens.Count
                && tokens[i + 1].Is(":")
            )
            {
                text.Append(token.Text).Append(" = ");
                i++;
            }
            else if (token.IsName && i + 1 < tokens.Count && tokens[i + 1].Is("="))
            {
                text.Append(PyLiteral.Quote(token.Text)).Append(' ');
            }
            else
            {
                if (token.Kind == PyTokenKind.Open)
                {
                    open.Push(false);
                }
                text.Append(token.Text).Append(' ');
            }
        }
        return text.ToString();
    }

    private static void Flatten(
        IReadOnlyList<PyStatement> body,
        List<PyToken> tokens,
        StringBuilder shape
    )
    {
        foreach (var statement in body)
        {
            switch (statement)
            {
                case PyStatement.Simple simple:
                    tokens.AddRange(simple.Tokens);
                    shape.Append(';');
                    break;
                case PyStatement.Compound compound:
                    foreach (var clause in compound.Clauses)
                    {
                        tokens.AddRange(clause.Header);
                        shape.Append('{');
                        Flatten(clause.Body, tokens, shape);
                        shape.Append('}');
                    }
                    break;
                case PyStatement.Function function:
                    shape.Append(function.Name.Text).Append('(').Append(function.Docstring);
                    foreach (var parameter in function.Parameters)
                    {
                        shape.Append(parameter.Name.Text).Append(',');
                        tokens.AddRange(parameter.Default?.Tokens ?? []);
                    }
                    shape.Append('{');
                    Flatten(function.Body, tokens, shape);
                    shape.Append('}');
                    break;
                case PyStatement.Comment comment:
                    shape.Append('#').Append(comment.Text);
                    break;
                default:
                    shape.Append('_');
                    break;
            }
        }
    }

    private static List<PyStatement> Replace(
        IReadOnlyList<PyStatement> body,
        IReadOnlyDictionary<int, PyToken?> places,
        ref int next
    )
    {
        var result = new List<PyStatement>();
        foreach (var statement in body)
        {
            switch (statement)
            {
                case PyStatement.Simple simple:
                    result.Add(new PyStatement.Simple(Replace(simple.Tokens, places, ref next)));
                    break;
                case PyStatement.Compound compound:
                    var clauses = new List<PyClause>();
                    foreach (var clause in compound.Clauses)
                    {
                        var header = Replace(clause.Header, places, ref next);
                        clauses.Add(new PyClause(header, Replace(clause.Body, places, ref next)));
                    }
                    result.Add(new PyStatement.Compound(clauses));
                    break;
                case PyStatement.Function function:
                    var parameters = new List<PyParameter>();
                    foreach (var parameter in function.Parameters)
                    {
                        parameters.Add(
                            parameter.Default is { } value
                                ? parameter with
                                {
                                    Default = new PyExpression(
                                        Replace(value.Tokens, places, ref next)
                                    ),
                                }
                                : parameter
                        );
                    }
                    result.Add(
                        function with
                        {
                            Parameters = parameters,
                            Body = Replace(function.Body, places, ref next),
                        }
                    );
                    break;
                default:
                    result.Add(statement);
                    break;
            }
        }
        return result;
    }

    private static List<PyToken> Replace(
        IReadOnlyList<PyToken> tokens,
        IReadOnlyDictionary<int, PyToken?> places,
        ref int next
    )
    {
        var result = new List<PyToken>(tokens.Count);
        foreach (var token in tokens)
        {
            if (!places.TryGetValue(next++, out var other))
            {
                result.Add(token);
            }
            else if (other is { } replacement)
            {
                result.Add(replacement);
            }
        }
        return result;
    }
}

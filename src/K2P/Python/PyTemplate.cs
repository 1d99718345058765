using System.Runtime.CompilerServices;

namespace K2P.Python;

/// <summary>Python written as an interpolated string: the constant parts are source, the holes are values that cannot become source.</summary>
/// <remarks>A hole takes an expression or a name, which are spliced with the parentheses that the place needs, or a value, which becomes a literal. There is no hole for text.</remarks>
[InterpolatedStringHandler]
internal sealed class PyTemplate
{
    private readonly List<PyToken> tokens = [];
    private readonly List<object> holes = [];

    public PyTemplate(int literalLength, int formattedCount)
    {
        tokens.EnsureCapacity(literalLength / 2);
        holes.EnsureCapacity(formattedCount);
    }

    public void AppendLiteral(string value) => PyLexer.Read(value, tokens);

    public void AppendFormatted(PyExpression value) => Hole(value);

    public void AppendFormatted(PyName value) => Hole((PyExpression)value);

    public void AppendFormatted(string? value) => Hole(PyExpression.Literal(value));

    public void AppendFormatted(bool value) => Hole(PyExpression.Literal(value));

    public void AppendFormatted(int value) => Hole(PyExpression.Literal(value));

    public void AppendFormatted(long value) => Hole(PyExpression.Literal(value));

    public void AppendFormatted(double value) => Hole(PyExpression.Literal(value));

    public void AppendFormatted(IEnumerable<string?> values) => Hole(PyExpression.Literal(values));

    public void AppendFormatted(IEnumerable<int> values) => Hole(PyExpression.Literal(values));

    public void AppendFormatted(IEnumerable<long> values) => Hole(PyExpression.Literal(values));

    public void AppendFormatted(IEnumerable<double> values) => Hole(PyExpression.Literal(values));

    public void AppendFormatted(IEnumerable<bool> values) => Hole(PyExpression.Literal(values));

    public void AppendFormatted(IEnumerable<PyName> values) =>
        Hole(PyExpression.List(values.Select(v => (PyExpression)v)));

    public void AppendFormatted(IEnumerable<PyExpression> values) =>
        Hole(PyExpression.List(values));

    public void AppendFormatted(IEnumerable<KeyValuePair<string, PyExpression>> values) =>
        Hole(PyExpression.Dict(values));

    public void AppendFormatted(IEnumerable<KeyValuePair<string, string>> values) =>
        Hole(PyExpression.Literal(values));

    public void AppendFormatted(PyArguments value) => Hole(value);

    private void Hole(object value)
    {
        tokens.Add(new(PyTokenKind.Hole, ""));
        holes.Add(value);
    }

    /// <summary>The template as an expression. What is in the holes cannot be looser than the template, so only that is looked at.</summary>
    internal PyExpression Expression()
    {
        if (tokens is [{ Kind: PyTokenKind.Hole }] && holes[0] is PyExpression alone)
        {
            return alone;
        }
        return tokens.Count == 0
            ? throw new FormatException("an expression without tokens")
            : new(Fill([], []), PyGrammar.Precedence(tokens, PySyntax.Roles(tokens)));
    }

    /// <summary>The tokens between <paramref name="before"/> and <paramref name="after"/> with every hole filled.</summary>
    internal List<PyToken> Fill(ReadOnlySpan<PyToken> before, ReadOnlySpan<PyToken> after)
    {
        List<PyToken> all = [.. before, .. tokens, .. after];
        if (holes.Count == 0)
        {
            return all;
        }
        var roles = PySyntax.Roles(all);
        var filled = new List<PyToken>(all.Count * 2);
        for (int i = 0, hole = 0; i < all.Count; i++)
        {
            if (all[i].Kind != PyTokenKind.Hole)
            {
                // An empty argument list takes the comma beside it along.
                if (
                    !(
                        all[i].Is(",")
                        && filled.Count > 0
                        && filled[^1].Is("(")
                        && all[i - 1].Kind == PyTokenKind.Hole
                    )
                )
                {
                    filled.Add(all[i]);
                }
            }
            else if (holes[hole++] is PyExpression expression)
            {
                Splice(filled, expression, all, roles, i);
            }
            else
            {
                Splice(filled, (PyArguments)holes[hole - 1], all, roles, i);
            }
        }
        return filled;
    }

    private static void Splice(
        List<PyToken> filled,
        PyExpression expression,
        List<PyToken> all,
        PyRole[] roles,
        int i
    )
    {
        var only = expression.Tokens[0];
        var needed = PyGrammar.Needed(all, roles, i);
        if (
            needed == PyPrecedence.Atom
            || roles[i] is PyRole.KeywordName
            || (i > 0 && roles[i - 1] is PyRole.Lambda)
        )
        {
            if (expression.Tokens.Count != 1 || !only.IsName)
            {
                throw new FormatException("only a name can stand here");
            }
        }
        var dotted = i + 1 < all.Count && roles[i + 1] == PyRole.Dot;
        var number = expression.Tokens.Count == 1 && only.Kind == PyTokenKind.Number;
        PyLiteral.Append(filled, expression, dotted && number ? PyPrecedence.Atom + 1 : needed);
    }

    private static void Splice(
        List<PyToken> filled,
        PyArguments arguments,
        List<PyToken> all,
        PyRole[] roles,
        int i
    )
    {
        if (i == 0 || roles[i - 1] is not (PyRole.CallOpen or PyRole.Comma))
        {
            throw new FormatException("arguments can only stand in a call's parentheses");
        }
        if (arguments.Count > 0)
        {
            arguments.AppendTo(filled);
        }
        else if (filled[^1].Is(","))
        {
            filled.RemoveAt(filled.Count - 1);
        }
    }
}

using System.Globalization;

namespace K2P.Expressions.Jep;

/// <summary>Reads an expression of the Math Formula nodes.</summary>
/// <remarks>The precedence is that of JEP 2.4, lowest first: <c>||</c>, <c>&amp;&amp;</c>, equality, comparison, sum, product, sign,
/// power, which binds to the right. A semicolon may end the expression.</remarks>
internal sealed class JepParser
{
    private const int Deepest = 200;
    private const int MostOperators = 2000;

    private static readonly string[][] Levels =
    [
        ["||"],
        ["&&"],
        ["==", "!="],
        ["<=", ">=", "<", ">"],
        ["+", "-"],
        ["*", "/", "%"],
    ];

    private readonly string text;
    private int at;
    private int depth;
    private int operators;

    private JepParser(string text) => this.text = text;

    /// <exception cref="ExpressionSyntaxException">It cannot be read.</exception>
    public static JepTerm Parse(string expression)
    {
        var parser = new JepParser(expression);
        var term = parser.Binary(0);
        _ = parser.Take(";");
        parser.SkipBlanks();
        return parser.at == expression.Length ? term : throw parser.Unexpected();
    }

    private JepTerm Binary(int level)
    {
        if (level == Levels.Length)
        {
            return Unary();
        }
        var left = Binary(level + 1);
        while (Levels[level].FirstOrDefault(Take) is { } found)
        {
            if (++operators > MostOperators)
            {
                throw new ExpressionSyntaxException("The expression is too long.", at);
            }
            left = new JepTerm.Binary(found, left, Binary(level + 1));
        }
        return left;
    }

    private JepTerm Unary()
    {
        if (++depth > Deepest)
        {
            throw new ExpressionSyntaxException("The expression is nested too deeply.", at);
        }
        string[] signs = ["-", "+", "!"];
        var term = signs.FirstOrDefault(Take) is { } sign
            ? new JepTerm.Unary(sign, Unary())
            : Power();
        depth--;
        return term;
    }

    private JepTerm Power()
    {
        var left = Primary();
        return Take("^") ? new JepTerm.Binary("^", left, Unary()) : left;
    }

    private JepTerm Primary()
    {
        SkipBlanks();
        if (Take("("))
        {
            var inner = Binary(0);
            Expect(")");
            return inner;
        }
        if (at < text.Length && text[at] == '$')
        {
            return Reference();
        }
        if (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] == '.'))
        {
            return Number();
        }
        var start = at;
        var name = Word();
        if (name.Length == 0)
        {
            throw Unexpected();
        }
        if (Take("("))
        {
            return new JepTerm.Call(name, Arguments());
        }
        return name switch
        {
            "pi" or "e" => new JepTerm.Constant(name),
            "ROWINDEX" => new JepTerm.RowIndex(),
            "ROWCOUNT" => new JepTerm.RowCount(),
            _ => throw new ExpressionSyntaxException($"The name '{name}' is not known.", start),
        };
    }

    private List<JepTerm> Arguments()
    {
        List<JepTerm> arguments = [];
        if (Take(")"))
        {
            return arguments;
        }
        do
        {
            arguments.Add(Binary(0));
        } while (Take(","));
        Expect(")");
        return arguments;
    }

    private JepTerm Reference()
    {
        var start = at;
        if (Between("$${", "}$$") is { } variable)
        {
            return variable.Length > 1
                ? new JepTerm.Variable(variable[0], variable[1..])
                : throw new ExpressionSyntaxException("A flow variable has no name.", start);
        }
        if (Between("$$", "$$") is { } word)
        {
            return word switch
            {
                "ROWINDEX" => new JepTerm.RowIndex(),
                "ROWCOUNT" => new JepTerm.RowCount(),
                "CURRENT_COLUMN" => new JepTerm.CurrentColumn(),
                _ => throw new ExpressionSyntaxException($"'$${word}$$' is not known.", start),
            };
        }
        return Between("$", "$") is { Length: > 0 } column
            ? new JepTerm.Column(column)
            : throw new ExpressionSyntaxException("The name of a column is not closed.", start);
    }

    private string? Between(string opening, string closing)
    {
        if (string.CompareOrdinal(text, at, opening, 0, opening.Length) != 0)
        {
            return null;
        }
        var start = at + opening.Length;
        var end = text.IndexOf(closing, start, StringComparison.Ordinal);
        if (end < 0)
        {
            return null;
        }
        at = end + closing.Length;
        return text[start..end];
    }

    private JepTerm.Number Number()
    {
        var start = at;
        SkipDigits();
        if (at < text.Length && text[at] == '.')
        {
            at++;
            SkipDigits();
        }
        if (at < text.Length && text[at] is 'e' or 'E')
        {
            var mark = at++;
            if (at < text.Length && text[at] is '+' or '-')
            {
                at++;
            }
            var digits = at;
            SkipDigits();
            if (at == digits)
            {
                at = mark;
            }
        }
        return double.TryParse(
            text.AsSpan(start, at - start),
            NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
            CultureInfo.InvariantCulture,
            out var value
        )
            ? new JepTerm.Number(value)
            : throw new ExpressionSyntaxException("A number cannot be read.", start);
    }

    private string Word()
    {
        var start = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '_'))
        {
            at++;
        }
        return text[start..at];
    }

    private void SkipDigits()
    {
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }
    }

    private void SkipBlanks()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }
    }

    private bool Take(string symbol)
    {
        SkipBlanks();
        if (string.CompareOrdinal(text, at, symbol, 0, symbol.Length) != 0)
        {
            return false;
        }
        at += symbol.Length;
        return true;
    }

    private void Expect(string symbol)
    {
        if (!Take(symbol))
        {
            throw Unexpected();
        }
    }

    private ExpressionSyntaxException Unexpected() =>
        new(
            at < text.Length ? $"'{text[at]}' was not expected." : "The expression ends too early.",
            at
        );
}

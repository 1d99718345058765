namespace K2P.Python;

/// <summary>Cuts Python source on one logical line into tokens: the constant text of a template, or a line of a runtime helper.</summary>
internal static class PyLexer
{
    private static readonly string[] Long = ["**=", "//=", "<<=", ">>=", "..."];

    private static readonly string[] Double =
    [
        "**",
        "//",
        "<<",
        ">>",
        "<=",
        ">=",
        "==",
        "!=",
        "->",
        ":=",
        "+=",
        "-=",
        "*=",
        "/=",
        "%=",
        "&=",
        "|=",
        "^=",
        "@=",
    ];

    private const string Single = "+-*/%@&|^~<>=.,:";

    public static void Read(string text, List<PyToken> into)
    {
        for (var at = 0; at < text.Length; )
        {
            at = char.IsWhiteSpace(text[at]) ? at + 1 : Token(text, at, into);
        }
    }

    private static int Token(string text, int at, List<PyToken> into)
    {
        var c = text[at];
        if (StringPrefix(text, at) is { } quote)
        {
            var end = StringEnd(text, quote);
            if (text.AsSpan(at, end - at).IndexOfAny('\r', '\n') >= 0)
            {
                throw new FormatException($"a string literal over several lines: {text}");
            }
            into.Add(new(PyTokenKind.String, PyStringStyle.Normalize(text[at..end])));
            return end;
        }
        if (char.IsAsciiLetter(c) || c == '_')
        {
            var end = at;
            while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_'))
            {
                end++;
            }
            var word = text[at..end];
            into.Add(new(PyWords.IsKeyword(word) ? PyTokenKind.Keyword : PyTokenKind.Name, word));
            return end;
        }
        if (
            char.IsAsciiDigit(c)
            || (c == '.' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]))
        )
        {
            var end = NumberEnd(text, at);
            into.Add(new(PyTokenKind.Number, NumberStyle(text[at..end].ToLowerInvariant())));
            return end;
        }
        if (c is '(' or '[' or '{')
        {
            into.Add(PyToken.Open(c.ToString()));
            return at + 1;
        }
        if (c is ')' or ']' or '}')
        {
            into.Add(PyToken.Close(c.ToString()));
            return at + 1;
        }
        var op =
            Starting(Long, text, at)
            ?? Starting(Double, text, at)
            ?? (
                Single.Contains(c)
                    ? c.ToString()
                    : throw new FormatException($"Python source cannot hold '{c}' at {at}: {text}")
            );
        into.Add(PyToken.Operator(op));
        return at + op.Length;
    }

    /// <summary>All lower-case but the digits of a hexadecimal number.</summary>
    private static string NumberStyle(string number) =>
        number.StartsWith("0x", StringComparison.Ordinal)
            ? $"0x{number[2..].ToUpperInvariant()}"
            : number;

    private static string? Starting(string[] operators, string text, int at)
    {
        foreach (var op in operators)
        {
            if (text[at] == op[0] && string.CompareOrdinal(text, at, op, 0, op.Length) == 0)
            {
                return op;
            }
        }
        return null;
    }

    /// <summary>Where the opening quote is when a string literal begins at <paramref name="at"/>.</summary>
    internal static int? StringPrefix(string text, int at)
    {
        for (var i = at; i < text.Length && i - at <= 2; i++)
        {
            if (text[i] is '"' or '\'')
            {
                return i;
            }
            if (!"rRbBfFuU".Contains(text[i]))
            {
                return null;
            }
        }
        return null;
    }

    internal static int StringEnd(string text, int quote)
    {
        var mark = text[quote];
        var triple = string.CompareOrdinal(text, quote, new string(mark, 3), 0, 3) == 0;
        for (var i = quote + (triple ? 3 : 1); i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == mark && !triple)
            {
                return i + 1;
            }
            else if (triple && string.CompareOrdinal(text, i, new string(mark, 3), 0, 3) == 0)
            {
                return i + 3;
            }
        }
        throw new FormatException($"a string does not end before a hole or the end: {text}");
    }

    private static int NumberEnd(string text, int at)
    {
        var end = at;
        while (
            end < text.Length
            && (
                char.IsAsciiLetterOrDigit(text[end])
                || text[end] is '.' or '_'
                || (
                    text[end] is '+' or '-'
                    && text[end - 1] is 'e' or 'E'
                    && text[at..end].IndexOfAny(['x', 'X']) < 0
                )
            )
        )
        {
            end++;
        }
        return end;
    }
}

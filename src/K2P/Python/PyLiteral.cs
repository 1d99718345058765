using System.Globalization;
using System.Text;

namespace K2P.Python;

/// <summary>Values as Python literals.</summary>
internal static class PyLiteral
{
    public static PyToken[] String(string? value) =>
        [value is null ? PyToken.Keyword("None") : new(PyTokenKind.String, Quote(value))];

    public static PyToken[] Integer(long value) =>
        Number(value.ToString(CultureInfo.InvariantCulture));

    public static PyToken[] Float(double value) =>
        double.IsFinite(value)
            ? Number(Repr(value))
            :
            [
                new(PyTokenKind.Name, "float"),
                PyToken.Open("("),
                new(
                    PyTokenKind.String,
                    double.IsNaN(value) ? "\"nan\""
                        : value > 0 ? "\"inf\""
                        : "\"-inf\""
                ),
                PyToken.Close(")"),
            ];

    private static PyToken[] Number(string text) =>
        text[0] == '-'
            ? [PyToken.Operator("-"), new(PyTokenKind.Number, text[1..])]
            : [new(PyTokenKind.Number, text)];

    /// <summary>The shortest text that reads back as the same double, as Python's <c>repr</c> gives it.</summary>
    private static string Repr(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        var exponent = text.IndexOf('E');
        if (exponent >= 0)
        {
            return $"{text[..exponent]}e{text[(exponent + 1)..]}";
        }
        return text.Contains('.') ? text : text + ".0";
    }

    /// <summary>A string literal that cannot end early nor show other text than it holds: control, invisible, bidirectional and lone surrogate characters are escaped.</summary>
    public static string Quote(string value)
    {
        var quote = value.Count(c => c == '"') > value.Count(c => c == '\'') ? '\'' : '"';
        var text = new StringBuilder(value.Length + 2).Append(quote);
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (c == quote || c == '\\')
            {
                text.Append('\\').Append(c);
            }
            else if (c is >= ' ' and < '\u007f')
            {
                text.Append(c);
            }
            else if (
                char.IsHighSurrogate(c)
                && i + 1 < value.Length
                && char.IsLowSurrogate(value[i + 1])
            )
            {
                i++;
                text.Append(
                    PyText.IsVisible(char.ConvertToUtf32(c, value[i]))
                        ? $"{c}{value[i]}"
                        : $"\\U{char.ConvertToUtf32(c, value[i]):x8}"
                );
            }
            else if (!char.IsSurrogate(c) && PyText.IsVisible(c))
            {
                text.Append(c);
            }
            else
            {
                text.Append(
                    c switch
                    {
                        '\n' => "\\n",
                        '\r' => "\\r",
                        '\t' => "\\t",
                        < '\u0100' => $"\\x{(int)c:x2}",
                        _ => $"\\u{(int)c:x4}",
                    }
                );
            }
        }
        return text.Append(quote).ToString();
    }

    public static List<PyToken> Bracketed(
        string open,
        string close,
        IEnumerable<PyExpression> items
    )
    {
        List<PyToken> tokens = [PyToken.Open(open)];
        var count = 0;
        foreach (var item in items)
        {
            if (count++ > 0)
            {
                tokens.Add(PyToken.Operator(","));
            }
            Append(tokens, item, PyPrecedence.Lambda);
        }
        if (count == 0 && open == "{")
        {
            return [new(PyTokenKind.Name, "set"), PyToken.Open("("), PyToken.Close(")")];
        }
        if (count == 1 && open == "(")
        {
            tokens.Add(PyToken.Operator(","));
        }
        tokens.Add(PyToken.Close(close));
        return tokens;
    }

    public static List<PyToken> Dict(IEnumerable<KeyValuePair<PyExpression, PyExpression>> items)
    {
        List<PyToken> tokens = [PyToken.Open("{")];
        foreach (var (key, value) in items)
        {
            if (tokens.Count > 1)
            {
                tokens.Add(PyToken.Operator(","));
            }
            Append(tokens, key, PyPrecedence.Lambda);
            tokens.Add(PyToken.Operator(":"));
            Append(tokens, value, PyPrecedence.Lambda);
        }
        tokens.Add(PyToken.Close("}"));
        return tokens;
    }

    /// <summary>Adds an expression, in parentheses when it is looser than the place allows.</summary>
    public static void Append(List<PyToken> tokens, PyExpression item, PyPrecedence needed)
    {
        // Where a tuple needs no parentheses, a generator expression and an assignment expression still do.
        if (
            item.Precedence >= needed
            && !(needed == PyPrecedence.Tuple && item.Precedence == PyPrecedence.Walrus)
        )
        {
            tokens.AddRange(item.Tokens);
            return;
        }
        tokens.Add(PyToken.Open("("));
        tokens.AddRange(item.Tokens);
        tokens.Add(PyToken.Close(")"));
    }
}

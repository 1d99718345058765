using System.Text;

namespace K2P.Python;

/// <summary>Spells a string literal as black does: double quotes unless they need more backslashes, no needless backslash, lower-case prefix.</summary>
internal static class PyStringStyle
{
    public static string Normalize(string literal)
    {
        var quote = literal.AsSpan().IndexOfAny('"', '\'');
        var prefix = literal[..quote]
            .Replace("F", "f")
            .Replace("B", "b")
            .Replace("U", "")
            .Replace("u", "");
        if (prefix is ['f' or 'b', 'r' or 'R'])
        {
            prefix = $"{prefix[1]}{prefix[0]}";
        }
        return prefix + Quotes(literal[quote..], prefix);
    }

    private static string Quotes(string literal, string prefix)
    {
        if (literal.StartsWith("\"\"\"", StringComparison.Ordinal))
        {
            return literal;
        }
        var triple = literal.StartsWith("'''", StringComparison.Ordinal);
        var mark = triple ? "'''" : literal[..1];
        var other =
            triple ? "\"\"\""
            : mark == "'" ? "\""
            : "'";
        var body = literal[mark.Length..^mark.Length];
        if (prefix.Contains('r', StringComparison.OrdinalIgnoreCase))
        {
            return mark == "\"" || HoldsUnescaped(body, other) ? literal : $"{other}{body}{other}";
        }
        var clean = WithoutBackslash(body, other);
        var kept = $"{mark}{clean}{mark}";
        var changed = WithBackslash(WithoutBackslash(clean, mark), other);
        if (prefix.Contains('f') && HasBackslashInField(changed))
        {
            return kept;
        }
        if (triple && changed.EndsWith('"'))
        {
            changed = changed[..^1] + "\\\"";
        }
        var (before, after) = (clean.Count(c => c == '\\'), changed.Count(c => c == '\\'));
        return after < before || (after == before && mark != "\"")
            ? $"{other}{changed}{other}"
            : kept;
    }

    private static bool HoldsUnescaped(string body, string quote) =>
        Rewrite(body, quote, false, true) != body;

    /// <summary>Takes the backslashes away that quotes have.</summary>
    private static string WithoutBackslash(string body, string quote) =>
        Rewrite(body, quote, true, false);

    /// <summary>Gives quotes a backslash that have none.</summary>
    private static string WithBackslash(string body, string quote) =>
        Rewrite(body, quote, false, true);

    private static string Rewrite(string body, string quote, bool remove, bool add)
    {
        var text = new StringBuilder(body.Length);
        for (var i = 0; i < body.Length; )
        {
            var escaped = body[i] == '\\' && i + 1 < body.Length;
            var start = escaped ? i + 1 : i;
            if (string.CompareOrdinal(body, start, quote, 0, quote.Length) == 0)
            {
                text.Append((escaped ? !remove : add) ? "\\" : "").Append(quote);
                i = start + quote.Length;
            }
            else
            {
                text.Append(body, i, start + 1 - i);
                i = start + 1;
            }
        }
        return text.ToString();
    }

    /// <summary>A field of the f-string would hold a backslash, which Python before 3.12 refuses.</summary>
    private static bool HasBackslashInField(string body)
    {
        var depth = 0;
        for (var i = 0; i < body.Length; i++)
        {
            if (depth == 0 && body[i] == '{' && i + 1 < body.Length && body[i + 1] == '{')
            {
                i++;
                continue;
            }
            depth += body[i] switch
            {
                '{' => 1,
                '}' when depth > 0 => -1,
                _ => 0,
            };
            if (depth > 0 && body[i] == '\\')
            {
                return true;
            }
        }
        return false;
    }
}

namespace K2P.Python;

/// <summary>Spells a string literal as black does: double quotes unless they need more backslashes, lower-case prefix.</summary>
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
        return prefix + Quotes(literal[quote..], prefix);
    }

    private static string Quotes(string literal, string prefix)
    {
        if (literal.StartsWith("\"\"\"", StringComparison.Ordinal))
        {
            return literal;
        }
        if (literal.StartsWith("'''", StringComparison.Ordinal))
        {
            var inner = literal[3..^3];
            return inner.Contains('"') ? literal : $"\"\"\"{inner}\"\"\"";
        }
        var old = literal[0];
        var other = old == '"' ? '\'' : '"';
        var body = literal[1..^1];
        if (prefix.Contains('r', StringComparison.OrdinalIgnoreCase) || prefix.Contains('f'))
        {
            // A raw string cannot escape, and fields of an f-string may hold quotes: changed only when nothing can go wrong.
            return
                old == '\'' && !body.Contains('"') && !body.Contains('\\') && !body.Contains('\'')
                ? $"\"{body}\""
                : literal;
        }
        var text = new System.Text.StringBuilder();
        for (var i = 0; i < body.Length; i++)
        {
            if (body[i] == '\\' && i + 1 < body.Length)
            {
                text.Append(body[i + 1] == old ? "" : "\\").Append(body[i + 1]);
                i++;
            }
            else
            {
                text.Append(body[i] == other ? "\\" : "").Append(body[i]);
            }
        }
        var before = body.Count(c => c == '\\');
        var changed = text.ToString();
        var after = changed.Count(c => c == '\\');
        return after < before || (after == before && old == '\'')
            ? $"{other}{changed}{other}"
            : literal;
    }
}

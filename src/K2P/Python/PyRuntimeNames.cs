namespace K2P.Python;

/// <summary>The names that a piece of Python source reads, as far as they can be imports or helpers.</summary>
internal sealed record PyRuntimeNames(IReadOnlyCollection<string> Names)
{
    public static PyRuntimeNames Of(string source)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        Collect(source, names);
        return new(names);
    }

    /// <summary>Adds every name that is not an attribute, also those within the fields of f-strings.</summary>
    public static void Collect(string source, HashSet<string> names)
    {
        for (var i = 0; i < source.Length; )
        {
            if (PyLexer.StringPrefix(source, i) is { } quote)
            {
                var end = PyLexer.StringEnd(source, quote);
                if (source.AsSpan(i, quote - i).IndexOfAny('f', 'F') >= 0)
                {
                    CollectFields(source[(quote + 1)..(end - 1)], names);
                }
                i = end;
            }
            else if (source[i] == '#')
            {
                var end = source.IndexOf('\n', i);
                i = end < 0 ? source.Length : end;
            }
            else if (char.IsAsciiLetter(source[i]) || source[i] == '_')
            {
                var end = i;
                while (
                    end < source.Length
                    && (char.IsAsciiLetterOrDigit(source[end]) || source[end] == '_')
                )
                {
                    end++;
                }
                if (i == 0 || source[i - 1] != '.')
                {
                    names.Add(source[i..end]);
                }
                i = end;
            }
            else
            {
                i++;
            }
        }
    }

    /// <summary>Adds the names within the <c>{…}</c> of an f-string.</summary>
    public static void CollectFields(string body, HashSet<string> names)
    {
        for (var i = 0; i < body.Length; i++)
        {
            if (body[i] != '{')
            {
                continue;
            }
            if (i + 1 < body.Length && body[i + 1] == '{')
            {
                i++;
                continue;
            }
            var depth = 1;
            var end = i + 1;
            for (; end < body.Length && depth > 0; end++)
            {
                depth += body[end] switch
                {
                    '{' => 1,
                    '}' => -1,
                    _ => 0,
                };
            }
            Collect(body[(i + 1)..Math.Max(i + 1, end - 1)], names);
            i = end - 1;
        }
    }
}

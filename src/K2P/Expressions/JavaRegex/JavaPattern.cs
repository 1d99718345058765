using System.Globalization;
using System.Text;

namespace K2P.Expressions.JavaRegex;

/// <summary>Patterns of <c>java.util.regex</c> and KNIME's wildcard patterns as patterns of Python's <c>re</c>.</summary>
/// <remarks>Character classes become ASCII ones as in Java. What has no sure equivalent (possessive quantifiers, look-behinds,
/// Unicode properties, class intersections, …) is refused. Python's dot matches <c>\r</c>, Java's does not.</remarks>
internal static class JavaPattern
{
    private const string Specials = @"\^$.|?*+()[]{}";

    /// <summary>A wildcard pattern: <c>*</c> is any text, <c>?</c> any character, all else itself.</summary>
    public static string FromWildcard(string wildcard)
    {
        var pattern = new StringBuilder();
        foreach (var letter in wildcard)
        {
            _ = letter switch
            {
                '*' => pattern.Append(".*"),
                '?' => pattern.Append('.'),
                _ => AppendLiteral(pattern, letter),
            };
        }
        return pattern.ToString();
    }

    /// <summary>The pattern that matches just this text.</summary>
    public static string FromText(string text)
    {
        var pattern = new StringBuilder();
        foreach (var letter in text)
        {
            AppendLiteral(pattern, letter);
        }
        return pattern.ToString();
    }

    /// <summary>The same pattern in Python, or null where it has a construct that Python does not have.</summary>
    public static string? ToPython(string pattern) => new Reader(pattern).Read();

    private static StringBuilder AppendLiteral(StringBuilder pattern, char letter) =>
        Specials.Contains(letter) ? pattern.Append('\\').Append(letter) : pattern.Append(letter);

    private sealed class Reader(string source)
    {
        private readonly StringBuilder python = new();
        private int at;

        private char Next => at < source.Length ? source[at] : '\0';

        public string? Read()
        {
            while (at < source.Length)
            {
                var letter = source[at++];
                var known = letter switch
                {
                    '\\' => ReadEscape(inClass: false),
                    '[' => ReadClass(),
                    '(' => ReadGroup(),
                    '*' or '+' or '?' => ReadQuantifier(letter),
                    '{' => ReadCount(),
                    _ => Take(letter),
                };
                if (!known)
                {
                    return null;
                }
            }
            return python.ToString();
        }

        private bool Take(char letter)
        {
            python.Append(letter);
            return true;
        }

        private bool Take(string text)
        {
            python.Append(text);
            return true;
        }

        private bool ReadEscape(bool inClass)
        {
            if (at == source.Length)
            {
                return false;
            }
            var letter = source[at++];
            switch (letter)
            {
                case 'd':
                    return Take(inClass ? "0-9" : "[0-9]");
                case 'w':
                    return Take(inClass ? "a-zA-Z0-9_" : "[a-zA-Z0-9_]");
                case 's':
                    return Take(inClass ? @" \t\n\x0b\f\r" : @"[ \t\n\x0b\f\r]");
                case 'D' when !inClass:
                    return Take("[^0-9]");
                case 'W' when !inClass:
                    return Take("[^a-zA-Z0-9_]");
                case 'S' when !inClass:
                    return Take(@"[^ \t\n\x0b\f\r]");
                case 't' or 'n' or 'r' or 'f':
                    return Take($"\\{letter}");
                case 'b' or 'B' or 'A' when !inClass:
                    return Take($"\\{letter}");
                case 'z' when !inClass:
                    return Take("\\Z");
                case 'x':
                    return ReadHex(letter, 2);
                case 'u':
                    return ReadHex(letter, 4);
                case 'Q':
                    return ReadQuoted();
                case >= '1' and <= '9' when !inClass && !char.IsAsciiDigit(Next):
                    return Take($"\\{letter}");
                default:
                    return !char.IsAsciiLetterOrDigit(letter)
                        && Take(char.IsAscii(letter) ? $"\\{letter}" : $"{letter}");
            }
        }

        private bool ReadHex(char kind, int digits)
        {
            if (
                at + digits > source.Length
                || !int.TryParse(
                    source.AsSpan(at, digits),
                    NumberStyles.AllowHexSpecifier,
                    CultureInfo.InvariantCulture,
                    out _
                )
            )
            {
                return false;
            }
            python.Append('\\').Append(kind).Append(source, at, digits);
            at += digits;
            return true;
        }

        private bool ReadQuoted()
        {
            var end = source.IndexOf(@"\E", at, StringComparison.Ordinal);
            foreach (var letter in source.AsSpan(at..(end < 0 ? source.Length : end)))
            {
                AppendLiteral(python, letter);
            }
            at = end < 0 ? source.Length : end + 2;
            return true;
        }

        private bool ReadClass()
        {
            python.Append('[');
            if (Next == '^')
            {
                python.Append('^');
                at++;
            }
            for (var first = true; at < source.Length; first = false)
            {
                var letter = source[at++];
                if (letter == ']')
                {
                    return !first && Take(']');
                }
                if (letter == '[' || (letter == '&' && Next == '&'))
                {
                    return false;
                }
                if (
                    letter == '\\'
                        ? Next == 'Q' || !ReadEscape(inClass: true)
                        : !Take(letter is '|' or '~' or '&' ? $"\\{letter}" : $"{letter}")
                )
                {
                    return false;
                }
            }
            return false;
        }

        private bool ReadGroup()
        {
            var start = at == 1;
            if (Next != '?')
            {
                return Take('(');
            }
            foreach (var opening in (ReadOnlySpan<string>)["?:", "?=", "?!"])
            {
                if (source.AsSpan(at).StartsWith(opening, StringComparison.Ordinal))
                {
                    at += opening.Length;
                    return Take('(') && Take(opening);
                }
            }
            if (start && source.AsSpan(at) is ['?', 'i' or 's' or 'm', ')', ..])
            {
                Take($"({source.AsSpan(at, 3)}");
                at += 3;
                return true;
            }
            return false;
        }

        private bool ReadQuantifier(char letter)
        {
            Take(letter);
            return EndQuantifier();
        }

        private bool ReadCount()
        {
            var end = source.IndexOf('}', at);
            if (
                end <= at
                || !char.IsAsciiDigit(Next)
                || !source[at..end].All(letter => char.IsAsciiDigit(letter) || letter == ',')
            )
            {
                return false;
            }
            python.Append('{').Append(source, at, end + 1 - at);
            at = end + 1;
            return EndQuantifier();
        }

        private bool EndQuantifier()
        {
            if (Next == '?')
            {
                at++;
                return Take('?');
            }
            return Next != '+';
        }
    }
}

using System.Globalization;
using System.Text;

namespace K2P.Python;

/// <summary>Text of the workflow that people read in the script: comments, docstrings.</summary>
internal static class PyText
{
    /// <summary>The character is seen, and is what it seems to be: no control, format, separator or unassigned code point.</summary>
    public static bool IsVisible(int codePoint) =>
        codePoint is >= ' ' and < 0x7f
        || (
            codePoint > 0xa0
            && CharUnicodeInfo.GetUnicodeCategory(codePoint)
                is not (
                    UnicodeCategory.Control
                    or UnicodeCategory.Format
                    or UnicodeCategory.LineSeparator
                    or UnicodeCategory.ParagraphSeparator
                    or UnicodeCategory.SpaceSeparator
                    or UnicodeCategory.Surrogate
                    or UnicodeCategory.PrivateUse
                    or UnicodeCategory.OtherNotAssigned
                )
            && !IsInvisibleLetter(codePoint)
        );

    /// <summary>Fillers that Unicode counts as letters or marks but that show nothing, and variation selectors.</summary>
    private static bool IsInvisibleLetter(int codePoint) =>
        codePoint
            is 0x034f
                or 0x115f
                or 0x1160
                or 0x17b4
                or 0x17b5
                or 0x3164
                or 0xffa0
                or (>= 0x180b and <= 0x180f)
                or (>= 0xfe00 and <= 0xfe0f)
                or (>= 0xe0000 and <= 0xe0fff);

    /// <summary>The lines of a text, each without trailing blanks; a character that is not visible becomes a blank.</summary>
    public static IReadOnlyList<string> Lines(string text)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '\n' or '\r' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029')
            {
                i += c == '\r' && i + 1 < text.Length && text[i + 1] == '\n' ? 1 : 0;
                lines.Add(line.ToString().TrimEnd());
                line.Clear();
            }
            else if (
                char.IsHighSurrogate(c)
                && i + 1 < text.Length
                && char.IsLowSurrogate(text[i + 1])
            )
            {
                line.Append(
                    IsVisible(char.ConvertToUtf32(c, text[i + 1])) ? text.AsSpan(i, 2) : " "
                );
                i++;
            }
            else
            {
                line.Append(!char.IsSurrogate(c) && IsVisible(c) ? c : ' ');
            }
        }
        lines.Add(line.ToString().TrimEnd());
        return lines;
    }

    /// <summary>The text on one line, blanks collapsed.</summary>
    public static string OneLine(string text) =>
        string.Join(
            ' ',
            Lines(text).SelectMany(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        );

    /// <summary>The text as the lines of a comment.</summary>
    public static IEnumerable<string> Comment(string text, int depth)
    {
        var indent = new string(' ', 4 * depth);
        return Lines(text.Trim()).Select(l => $"{indent}# {l}".TrimEnd());
    }

    /// <summary>The text as the lines of a docstring, quotes and backslashes made harmless, indented as black indents it.</summary>
    public static IReadOnlyList<string> Docstring(string text, int depth)
    {
        var indent = new string(' ', 4 * depth);
        var lines = Lines(string.Join('\n', Lines(text)).Trim())
            .Select(l => l.Replace("\\", "\\\\").Replace("\"\"\"", "\\\"\\\"\\\""))
            .ToList();
        var (start, end) = (
            lines[0].StartsWith('"') ? " " : "",
            lines[^1].EndsWith('"') ? " " : ""
        );
        if (lines.Count == 1)
        {
            return [$"{indent}\"\"\"{start}{lines[0]}{end}\"\"\""];
        }
        var rest = lines.Skip(1).ToList();
        var common = rest.Where(l => l.Length > 0).Min(l => l.Length - l.TrimStart().Length);
        return
        [
            $"{indent}\"\"\"{start}{lines[0]}",
            .. rest.Select(l => l.Length == 0 ? "" : indent + l[common..]),
            $"{indent}\"\"\"",
        ];
    }
}

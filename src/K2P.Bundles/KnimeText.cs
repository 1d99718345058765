using System.Globalization;
using System.Text;

namespace K2P.Bundles;

/// <summary>KNIME's escape inside its XML: <c>%%nnnnn</c> stands for a UTF-16 unit that XML or KNIME cannot hold.</summary>
public static class KnimeText
{
    /// <summary>Writes control characters, which XML would lose, as KNIME does.</summary>
    public static string Escape(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\0', '\u001F'))
        {
            return text;
        }

        var result = new StringBuilder(text.Length + 8);
        foreach (var letter in text)
        {
            if (letter < ' ')
            {
                result.Append(CultureInfo.InvariantCulture, $"%%{(int)letter:D5}");
            }
            else
            {
                result.Append(letter);
            }
        }

        return result.ToString();
    }

    public static string Unescape(string text)
    {
        var at = text.IndexOf("%%", StringComparison.Ordinal);
        if (at < 0)
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        var done = 0;
        while (at >= 0)
        {
            if (
                at + 7 <= text.Length
                && ushort.TryParse(
                    text.AsSpan(at + 2, 5),
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var unit
                )
            )
            {
                result.Append(text, done, at - done).Append((char)unit);
                done = at + 7;
                at = text.IndexOf("%%", done, StringComparison.Ordinal);
            }
            else
            {
                at = text.IndexOf("%%", at + 1, StringComparison.Ordinal);
            }
        }

        return result.Append(text, done, text.Length - done).ToString();
    }
}

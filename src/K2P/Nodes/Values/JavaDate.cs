using System.Globalization;
using System.Text;

namespace K2P.Nodes.Values;

/// <summary>Reads a date as <c>java.text.SimpleDateFormat</c> does, for formats of numbers: year, month, day.</summary>
internal static class JavaDate
{
    /// <summary>The day, or null where the format has other fields or the text does not fit it.</summary>
    public static DateTime? Read(string text, string format)
    {
        var pattern = new StringBuilder();
        for (var i = 0; i < format.Length; )
        {
            var letter = format[i];
            var count = 1;
            while (i + count < format.Length && format[i + count] == letter)
            {
                count++;
            }
            i += count;
            if (letter is 'd' or 'M' && count <= 2)
            {
                pattern.Append(letter);
            }
            else if (letter == 'y' && count == 4)
            {
                pattern.Append("yyyy");
            }
            else if (char.IsAsciiLetter(letter) || letter == '\'')
            {
                return null;
            }
            else
            {
                pattern.Append('\'').Append(letter, count).Append('\'');
            }
        }
        return
            pattern.Length > 1
            && DateTime.TryParseExact(
                text,
                pattern.ToString(),
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var day
            )
            ? day
            : null;
    }
}

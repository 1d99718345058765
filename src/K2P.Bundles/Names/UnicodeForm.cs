using System.Text;

namespace K2P.Bundles.Names;

/// <summary>Canonical decomposition (Unicode NFD).</summary>
/// <remarks>With invariant globalisation, <see cref="string.Normalize()"/> leaves non-ASCII text as it is.</remarks>
internal static partial class UnicodeForm
{
    private static readonly Lazy<Dictionary<int, string>> Table = new(ReadTable);

    /// <summary>The same text, fully decomposed; two texts are canonically equivalent when these are equal.</summary>
    public static string Decompose(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        var runes = new List<(Rune Rune, int Class)>(text.Length + 4);
        foreach (var rune in text.EnumerateRunes())
        {
            Append(runes, rune);
        }

        Reorder(runes);
        var result = new StringBuilder(text.Length + 4);
        foreach (var (rune, _) in runes)
        {
            result.Append(rune.ToString());
        }

        return result.ToString();
    }

    private static void Append(List<(Rune Rune, int Class)> runes, Rune rune)
    {
        if (rune.Value is >= 0xAC00 and <= 0xD7A3)
        {
            var index = rune.Value - 0xAC00;
            runes.Add((new Rune(0x1100 + (index / 588)), 0));
            runes.Add((new Rune(0x1161 + (index % 588 / 28)), 0));
            if (index % 28 != 0)
            {
                runes.Add((new Rune(0x11A7 + (index % 28)), 0));
            }
        }
        else if (Table.Value.TryGetValue(rune.Value, out var decomposed))
        {
            foreach (var part in decomposed.EnumerateRunes())
            {
                runes.Add((part, CombiningClass(part.Value)));
            }
        }
        else
        {
            runes.Add((rune, CombiningClass(rune.Value)));
        }
    }

    /// <summary>Sorts each run of combining marks by class and leaves equals in order.</summary>
    private static void Reorder(List<(Rune Rune, int Class)> runes)
    {
        for (var start = 0; start < runes.Count; start++)
        {
            var end = start;
            while (end < runes.Count && runes[end].Class != 0)
            {
                end++;
            }

            if (end - start > 1)
            {
                var sorted = runes
                    .GetRange(start, end - start)
                    .OrderBy(mark => mark.Class)
                    .ToList();
                for (var i = 0; i < sorted.Count; i++)
                {
                    runes[start + i] = sorted[i];
                }
            }

            start = end;
        }
    }

    private static int CombiningClass(int code)
    {
        var classes = CombiningClasses;
        var (low, high) = (0, (classes.Length / 3) - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (code < classes[middle * 3])
            {
                high = middle - 1;
            }
            else if (code > classes[(middle * 3) + 1])
            {
                low = middle + 1;
            }
            else
            {
                return classes[(middle * 3) + 2];
            }
        }

        return 0;
    }

    private static Dictionary<int, string> ReadTable()
    {
        var table = new Dictionary<int, string>(2_100);
        foreach (var line in Decompositions.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            _ = Rune.DecodeFromUtf16(line, out var source, out var length);
            table[source.Value] = line[length..];
        }

        return table;
    }
}

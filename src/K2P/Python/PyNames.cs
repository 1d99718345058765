using System.Text;

namespace K2P.Python;

/// <summary>A scope that gives out names: each valid, unique, and never one that Python, an import or a runtime helper uses.</summary>
internal sealed class PyNames(PyNames? parent = null)
{
    private const int LongestSlug = 40;

    private readonly HashSet<string> taken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    /// <summary>A scope inside this one; its names differ from all that this one has given out.</summary>
    public PyNames Child() => new(this);

    /// <summary>A new name made from any text; the same calls in the same order give the same names.</summary>
    public PyName Unique(string? text, string fallback)
    {
        var slug = Slug(text ?? "", fallback);
        var name = IsFree(slug) ? slug : $"{slug}_{FreeNumber(slug)}";
        taken.Add(name);
        return new(name);
    }

    /// <summary>The smallest number from 2 on that makes a free name. Names are never given back, so the search goes on where it ended.</summary>
    private int FreeNumber(string slug)
    {
        var number = Math.Max(numbers.GetValueOrDefault(slug, 2), parent?.FreeNumber(slug) ?? 2);
        while (!IsFree($"{slug}_{number}"))
        {
            number++;
        }
        numbers[slug] = number;
        return number;
    }

    /// <summary>Takes a name that is wanted as it is, when it is free.</summary>
    public bool TryReserve(string name) =>
        PyWords.IsIdentifier(name) && IsFree(name) && taken.Add(name);

    private bool IsFree(string name) => !IsReserved(name) && !IsTaken(name);

    private bool IsTaken(string name) => taken.Contains(name) || (parent?.IsTaken(name) ?? false);

    /// <summary>A word of the language, a builtin, an import or a helper.</summary>
    public static bool IsReserved(string name) =>
        PyWords.IsKeyword(name)
        || PyWords.IsSoftKeyword(name)
        || PyWords.IsBuiltin(name)
        || PyModules.Find(name) is not null
        || name is "main" or "parser" or "options"
        || PyRuntime.Find(name) is not null;

    /// <summary>Any text as lower-case ASCII words joined by underscores: <c>Größe (cm)</c> becomes <c>groesse_cm</c>.</summary>
    public static string Slug(string text, string fallback = "value")
    {
        var slug = new StringBuilder();
        var gap = false;
        var previous = '\0';
        foreach (var c in text)
        {
            if (c is >= '\u0300' and <= '\u036f')
            {
                // An accent that follows its letter.
                continue;
            }
            var letters = Ascii(c);
            if (letters.Length == 0)
            {
                gap = true;
            }
            else
            {
                // camelCase and a letter after a digit's end are not separated further: only lower to upper is.
                gap |= char.IsUpper(c) && char.IsLower(previous);
                if (gap && slug.Length > 0)
                {
                    slug.Append('_');
                }
                gap = false;
                slug.Append(letters);
                if (slug.Length >= LongestSlug)
                {
                    break;
                }
            }
            previous = c;
        }
        var result = slug.ToString(0, Math.Min(slug.Length, LongestSlug)).TrimEnd('_');
        if (result.Length == 0)
        {
            return fallback;
        }
        return char.IsAsciiDigit(result[0]) ? $"{fallback}_{result}" : result;
    }

    /// <summary>The ASCII letters for a character, lower-case; empty when it has none.</summary>
    private static string Ascii(char c)
    {
        if (char.IsAsciiLetterOrDigit(c))
        {
            return char.ToLowerInvariant(c).ToString();
        }
        var known = char.ToLowerInvariant(c) switch
        {
            'ä' => "ae",
            'ö' => "oe",
            'ü' => "ue",
            'ß' or 'ẞ' => "ss",
            'æ' => "ae",
            'œ' => "oe",
            'þ' => "th",
            'µ' or 'μ' => "u",
            _ => null,
        };
        if (known is not null)
        {
            return known;
        }
        return c - 'À' is >= 0 and var i && i < Latin.Length && Latin[i] != ' '
            ? Latin[i].ToString()
            : "";
    }

    /// <summary>The letters from À to ſ without their accents. The runtime decomposes nothing: it runs without ICU.</summary>
    private const string Latin =
        "aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty"
        + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
        + "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
}

using System.Text;

namespace K2P.Bundles.Names;

/// <summary>When two names are the same file on some file system, and which names are safe below a folder.</summary>
public static class PathNames
{
    private static readonly HashSet<string> Devices = new(StringComparer.OrdinalIgnoreCase)
    {
        "CON",
        "PRN",
        "AUX",
        "NUL",
        "CLOCK$",
        "CONIN$",
        "CONOUT$",
    };

    /// <summary>Equal for names that differ only by case or Unicode form.</summary>
    public static string FoldingKey(string name)
    {
        if (Ascii.IsValid(name))
        {
            return name.ToLowerInvariant();
        }

        var folded = new StringBuilder(name.Length + 4);
        foreach (var rune in UnicodeForm.Decompose(name).EnumerateRunes())
        {
            folded.Append(Rune.ToLowerInvariant(Rune.ToUpperInvariant(rune)).ToString());
        }

        return UnicodeForm.Decompose(folded.ToString());
    }

    /// <summary>Equal for names that differ only by Unicode form.</summary>
    public static string FormKey(string name) => UnicodeForm.Decompose(name);

    /// <summary>Why a path may not be joined below a folder on any common system, or null when it may.</summary>
    /// <remarks>A trailing <c>/</c>, which marks a folder in archives, is allowed.</remarks>
    public static string? WhyUnsafe(string path)
    {
        if (path.Length == 0)
        {
            return "is empty";
        }

        if (path[0] == '/')
        {
            return "is absolute";
        }

        foreach (var c in path)
        {
            if (c == '\\')
            {
                return "holds a backslash";
            }

            if (c == ':')
            {
                return "holds a colon, which names a drive or a stream on Windows";
            }

            if (char.IsControl(c) || IsDirectionMark(c))
            {
                return "holds a control character";
            }

            if (char.IsSurrogate(c) && !IsWellFormed(path))
            {
                return "is not valid Unicode";
            }
        }

        var folder = path[^1] == '/' ? path[..^1] : path;
        foreach (var segment in folder.Split('/'))
        {
            if (WhyUnsafeSegment(segment) is { } reason)
            {
                return reason;
            }
        }

        return null;
    }

    /// <summary>Marks that make a name read otherwise than it is written.</summary>
    private static bool IsDirectionMark(char c) =>
        c
            is '\u061C'
                or '\u200E'
                or '\u200F'
                or (>= '\u2028' and <= '\u202E')
                or (>= '\u2066' and <= '\u2069');

    private static string? WhyUnsafeSegment(string segment) =>
        segment switch
        {
            "" => "holds an empty folder name",
            "." or ".." => "leaves or repeats a folder by . or ..",
            _ when segment[^1] is '.' or ' ' => "holds a name that ends with a dot or a blank",
            _ when IsDevice(segment) => "holds a name that is a device on Windows",
            _ => null,
        };

    /// <summary>Windows takes a device name before the first dot, whatever follows.</summary>
    private static bool IsDevice(string segment)
    {
        var dot = segment.IndexOf('.', StringComparison.Ordinal);
        var stem = (dot < 0 ? segment : segment[..dot]).TrimEnd(' ');
        return Devices.Contains(stem)
            || (
                stem.Length == 4
                && (
                    stem.StartsWith("COM", StringComparison.OrdinalIgnoreCase)
                    || stem.StartsWith("LPT", StringComparison.OrdinalIgnoreCase)
                )
                && stem[3] is (>= '0' and <= '9') or '¹' or '²' or '³'
            );
    }

    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (
                char.IsHighSurrogate(text[i])
                && i + 1 < text.Length
                && char.IsLowSurrogate(text[i + 1])
            )
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return false;
            }
        }

        return true;
    }
}

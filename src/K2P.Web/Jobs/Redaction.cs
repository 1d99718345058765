using System.Text;
using System.Text.RegularExpressions;

namespace K2P.Web.Jobs;

/// <summary>Cuts what the converter wrote to what its owner may see: the end, without secrets and server paths.</summary>
internal static partial class Redaction
{
    private const int Lines = 40;
    private const int Bytes = 4000;
    private const string Mark = "[redacted]";

    public static string Tail(string text, IEnumerable<string> serverPaths)
    {
        var clean = Clean(text, serverPaths);
        var lines = clean.TrimEnd().Split('\n');
        var tail = string.Join('\n', lines.TakeLast(Lines));
        var bytes = Encoding.UTF8.GetBytes(tail);
        if (bytes.Length <= Bytes)
        {
            return tail;
        }

        // Not inside a character: continuation bytes begin with the bits 10.
        var start = bytes.Length - Bytes;
        while ((bytes[start] & 0xC0) == 0x80)
        {
            start++;
        }

        return Encoding.UTF8.GetString(bytes.AsSpan(start));
    }

    public static string Clean(string text, IEnumerable<string> serverPaths)
    {
        var clean = serverPaths
            .Where(path => path.Length > 1)
            .OrderByDescending(path => path.Length)
            .Aggregate(
                text,
                (current, path) => current.Replace(path, "", StringComparison.Ordinal)
            );
        clean = UrlSecret().Replace(clean, $"$1{Mark}@");
        clean = NamedSecret().Replace(clean, $"$1{Mark}");
        return Controls().Replace(clean, "\uFFFD");
    }

    [GeneratedRegex(
        @"([a-z][a-z0-9+.-]*://)[^\s/@:]*:[^\s/@]+@",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex UrlSecret();

    [GeneratedRegex(
        @"((?:x?password|passwd|pwd|secret|token|api[_-]?key|authorization|credential)s?[""']?\s*[:=]\s*(?:bearer\s+|basic\s+)?)(?:""[^""\n]*""|'[^'\n]*'|[^\s,;]+)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex NamedSecret();

    [GeneratedRegex(
        @"[\x00-\x08\x0B\x0C\x0E-\x1F\x7F\u202A-\u202E\u2066-\u2069]",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Controls();
}

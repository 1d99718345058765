using System.Globalization;
using System.Text;

namespace K2P.Web.Uploads;

/// <summary>Names from clients, made fit to be shown, stored and offered for download.</summary>
internal static class Filenames
{
    private const int MaxLength = 120;
    private const string Default = "workflow.zip";

    /// <summary>The last part of a path, without what could confuse a terminal, a header or a file system.</summary>
    public static string Sanitise(string? sent)
    {
        var name = (sent ?? "").Replace('\\', '/');
        name = name[(name.LastIndexOf('/') + 1)..];
        var kept = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
        {
            kept.Append(IsPlain(rune) ? rune.ToString() : "_");
        }

        var clean = kept.ToString().Trim(' ', '.');
        if (clean.Length > MaxLength)
        {
            var extension = Path.GetExtension(clean);
            extension = extension.Length <= 8 ? extension : "";
            var end = MaxLength - extension.Length;
            // Not through the middle of a character.
            clean = clean[..(char.IsHighSurrogate(clean[end - 1]) ? end - 1 : end)] + extension;
        }

        return Path.GetFileNameWithoutExtension(clean).Length == 0 ? Default : clean;
    }

    private static bool IsPlain(Rune rune) =>
        rune.Value is not ('/' or ':' or '*' or '?' or '"' or '<' or '>' or '|' or 0xFFFD)
        && Rune.GetUnicodeCategory(rune)
            is not (
                UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.Surrogate
                or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
            );
}

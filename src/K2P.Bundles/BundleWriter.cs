using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace K2P.Bundles;

/// <summary>Writes the minimal bundle: <c>workflow.knime</c> and <c>settings.xml</c> files with their passwords blanked; the same input gives the same bytes.</summary>
public static partial class BundleWriter
{
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <exception cref="BundleException">There is no workflow, or a file is over a limit.</exception>
    public static void Write(IBundleFiles files, Stream output)
    {
        if (!files.Contains("workflow.knime"))
        {
            throw new BundleException(RefusalCode.MissingWorkflow, "There is no workflow.knime.");
        }
        using var zip = new ZipArchive(
            output,
            ZipArchiveMode.Create,
            leaveOpen: true,
            Encoding.UTF8
        );
        foreach (var path in files.Paths.Where(IsWanted))
        {
            using var source = files.Open(path);
            using var reader = new StreamReader(source, Encoding.UTF8);
            var entry = zip.CreateEntry(path, CompressionLevel.Optimal);
            entry.LastWriteTime = Epoch;
            using var target = entry.Open();
            target.Write(Encoding.UTF8.GetBytes(Blank(reader.ReadToEnd())));
        }
    }

    private static bool IsWanted(string path) =>
        path[(path.LastIndexOf('/') + 1)..] is "workflow.knime" or "settings.xml";

    /// <summary>Blanks the value of every password entry; everything else stays as it is, byte for byte.</summary>
    internal static string Blank(string xml) =>
        xml.Contains("xpassword", StringComparison.Ordinal)
            ? PasswordEntry().Replace(xml, entry => EntryValue().Replace(entry.Value, "$1\"\""))
            : xml;

    [GeneratedRegex(
        """<entry\b[^>]*\btype\s*=\s*["']xpassword["'][^>]*>""",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex PasswordEntry();

    [GeneratedRegex("""(\bvalue\s*=\s*)("[^"]*"|'[^']*')""")]
    private static partial Regex EntryValue();
}

using System.IO.Compression;
using System.Text.RegularExpressions;
using K2P.Web.Sandbox;

namespace K2P.Web.Jobs;

/// <summary>Packs what the converter left into one archive, taking only plain files with plain names.</summary>
internal static partial class ResultArchive
{
    private const string ReportSuffix = "__report.json";

    // The same files give the same bytes.
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>What was packed.</summary>
    internal sealed record Packed(string Name, string? ReportPath, ConversionReport? Report);

    /// <summary>Null when the folder holds what a converter never leaves.</summary>
    public static async Task<Packed?> PackAsync(
        string folder,
        string archive,
        string fallbackName,
        CancellationToken cancel
    )
    {
        var entries = new DirectoryInfo(folder).GetFileSystemInfos();
        if (entries.Length == 0 || !entries.All(IsPlain))
        {
            return null;
        }

        await using (var file = new FileStream(archive, FileMode.CreateNew, FileAccess.Write))
        await using (
            var zip = await ZipArchive.CreateAsync(file, ZipArchiveMode.Create, false, null, cancel)
        )
        {
            foreach (var entry in entries.OrderBy(entry => entry.Name, StringComparer.Ordinal))
            {
                var target = zip.CreateEntry(entry.Name, CompressionLevel.Fastest);
                target.LastWriteTime = Epoch;
                await using var from = File.OpenRead(entry.FullName);
                await using var to = await target.OpenAsync(cancel);
                await from.CopyToAsync(to, cancel);
            }
        }

        var report = entries.FirstOrDefault(entry =>
            entry.Name.EndsWith(ReportSuffix, StringComparison.Ordinal)
        );
        return new Packed(
            report is null ? fallbackName : report.Name[..^ReportSuffix.Length],
            report?.FullName,
            report is null ? null : await ConversionReport.ReadAsync(report.FullName, cancel)
        );
    }

    private static bool IsPlain(FileSystemInfo entry) =>
        Native.IsRegularFile(entry.FullName) && PlainName().IsMatch(entry.Name);

    [GeneratedRegex(@"^[^/\\\p{Cc}.][^/\\\p{Cc}]{0,254}$", RegexOptions.NonBacktracking)]
    private static partial Regex PlainName();
}

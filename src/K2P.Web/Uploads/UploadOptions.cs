using K2P.Bundles;
using K2P.Web.Configuration;

namespace K2P.Web.Uploads;

/// <summary>What an upload may be; everything is counted while it is read.</summary>
internal sealed class UploadOptions : IOptionsSection
{
    public static string Section => "Upload";

    /// <summary>The bundle as it is sent.</summary>
    public int MaxMiB { get; set; } = 50;

    /// <summary>Entries of the archive, folders too.</summary>
    public int MaxEntries { get; set; } = 2000;

    /// <summary>Folders inside folders.</summary>
    public int MaxDepth { get; set; } = 20;

    /// <summary>Bytes of an entry's path in UTF-8.</summary>
    public int MaxPathBytes { get; set; } = 240;

    /// <summary>One entry, unpacked.</summary>
    public int MaxEntryMiB { get; set; } = 50;

    /// <summary>All entries, unpacked.</summary>
    public int MaxTotalMiB { get; set; } = 300;

    /// <summary>Unpacked by packed size of an entry.</summary>
    public int MaxRatio { get; set; } = 200;

    public long MaxBytes => MaxMiB * 1024L * 1024;

    public ArchiveLimits Limits =>
        new()
        {
            MaxEntries = MaxEntries,
            MaxDepth = MaxDepth,
            MaxPathBytes = MaxPathBytes,
            MaxEntryBytes = MaxEntryMiB * 1024L * 1024,
            MaxTotalBytes = MaxTotalMiB * 1024L * 1024,
            MaxRatio = MaxRatio,
        };

    public IEnumerable<string> Faults() =>
        [
            .. OptionsSectionRegistration.InRange("Upload:MaxMiB", MaxMiB, 1, 2000),
            .. OptionsSectionRegistration.InRange("Upload:MaxEntries", MaxEntries, 1, 60_000),
            .. OptionsSectionRegistration.InRange("Upload:MaxDepth", MaxDepth, 1, 200),
            .. OptionsSectionRegistration.InRange("Upload:MaxPathBytes", MaxPathBytes, 16, 4096),
            .. OptionsSectionRegistration.InRange("Upload:MaxEntryMiB", MaxEntryMiB, 1, 2000),
            .. OptionsSectionRegistration.InRange("Upload:MaxTotalMiB", MaxTotalMiB, 1, 20_000),
            .. OptionsSectionRegistration.InRange("Upload:MaxRatio", MaxRatio, 2, 100_000),
        ];
}

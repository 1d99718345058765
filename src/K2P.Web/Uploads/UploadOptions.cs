using K2P.Web.Configuration;

namespace K2P.Web.Uploads;

/// <summary>What an upload may be.</summary>
internal sealed class UploadOptions : IOptionsSection
{
    public static string Section => "Upload";

    /// <summary>The bundle as it is sent.</summary>
    public int MaxMiB { get; set; } = 50;

    public long MaxBytes => MaxMiB * 1024L * 1024;

    public IEnumerable<string> Faults() =>
        [.. OptionsSectionRegistration.InRange("Upload:MaxMiB", MaxMiB, 1, 2000)];
}

using K2P.Web.Http;

namespace K2P.Web.Uploads;

/// <summary>Refuses at once what is no archive; what is in an archive is the converter's to judge, in its sandbox.</summary>
internal static class BundleCheck
{
    public static async Task RequireArchiveAsync(string path, CancellationToken cancel)
    {
        var start = new byte[4];
        await using var file = File.OpenRead(path);
        var read = await file.ReadAtLeastAsync(
            start,
            start.Length,
            throwOnEndOfStream: false,
            cancel
        );
        // A local file header, or the end of an archive without files.
        if (
            read < 4
            || start is not [(byte)'P', (byte)'K', 3, 4] and not [(byte)'P', (byte)'K', 5, 6]
        )
        {
            throw new RefusedException(
                new Refusal(
                    400,
                    "not_a_zip",
                    "The bundle is not a zip archive. Export the workflow from KNIME as .knwf."
                )
            );
        }
    }
}

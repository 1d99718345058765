namespace K2P.Web.Uploads;

internal sealed class BundleCheck
{
    public static string Inspect(
        string path,
        string prunedPath,
        bool prune,
        bool allowMissing,
        CancellationToken cancel
    ) => path;
}

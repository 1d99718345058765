namespace K2P.Web.Configuration;

/// <summary>The one folder that the embedded service writes to.</summary>
internal sealed class StorageOptions : IOptionsSection
{
    public static string Section => "Storage";

    /// <summary>Database, blobs, and scratch folders lie below it; relative to the working directory.</summary>
    public string Root { get; set; } = "var";

    public string FullRoot => Path.GetFullPath(Root);

    public string Blobs => Path.Combine(FullRoot, "blobs");

    /// <summary>Uploads while they are read and results while they are built.</summary>
    public string Temporary => Path.Combine(FullRoot, "tmp");

    /// <summary>The folders that sandboxes work in.</summary>
    public string Scratch => Path.Combine(FullRoot, "scratch");

    public IEnumerable<string> Faults()
    {
        if (string.IsNullOrWhiteSpace(Root))
        {
            yield return "Storage:Root is empty; name the folder that the service may write to.";
        }
    }
}

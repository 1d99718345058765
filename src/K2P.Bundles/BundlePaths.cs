namespace K2P.Bundles;

/// <summary>Paths inside bundles.</summary>
public static class BundlePaths
{
    /// <summary>The path of a file that a <c>workflow.knime</c> in <paramref name="folder"/> names.</summary>
    /// <exception cref="BundleException"><c>invalid_xml</c>: it names a file outside its folder, which KNIME never writes.</exception>
    public static string Resolve(string folder, string file)
    {
        var inner = file.Replace('\\', '/');
        var parts = inner.Split('/');
        if (inner.StartsWith('/') || IsDrive(parts[0]) || parts.Contains(".."))
        {
            throw SafeXml.Invalid(
                Join(folder, Bundle.WorkflowFile),
                "it refers to a file outside its own folder"
            );
        }

        return Join(folder, string.Join('/', parts.Where(part => part is not ("" or "."))));
    }

    /// <summary>A path below a folder; the folder may be the root, which is empty.</summary>
    public static string Join(string folder, string path) =>
        folder.Length == 0 ? path : $"{folder}/{path}";

    private static bool IsDrive(string part) =>
        part is [(>= 'A' and <= 'Z') or (>= 'a' and <= 'z'), ':'];

    /// <summary>The files that hold the workflow itself; all others are data, reports and pictures.</summary>
    public static bool IsWorkflowFile(string path) =>
        path.AsSpan(path.LastIndexOf('/') + 1) is Bundle.WorkflowFile or Bundle.SettingsFile;

    /// <summary>The folder of a file, without a slash behind it; empty for the root.</summary>
    public static string FolderOf(string path) => path[..Math.Max(0, path.LastIndexOf('/'))];
}

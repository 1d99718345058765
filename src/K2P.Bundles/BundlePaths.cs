namespace K2P.Bundles;

/// <summary>Paths inside bundles.</summary>
public static class BundlePaths
{
    /// <summary>The path of a file that a <c>workflow.knime</c> in <paramref name="folder"/> names.</summary>
    /// <remarks>
    /// A part that would leave the folder stays as it is: no file of a bundle has such a path, so it is never found.
    /// </remarks>
    public static string Resolve(string folder, string file)
    {
        var inner = string.Join('/', file.Split('/', '\\').Where(part => part is not ("" or ".")));
        return folder.Length == 0 ? inner : $"{folder}/{inner}";
    }

    /// <summary>The files that hold the workflow itself; all others are data, reports and pictures.</summary>
    public static bool IsWorkflowFile(string path) =>
        path.AsSpan(path.LastIndexOf('/') + 1) is Bundle.WorkflowFile or Bundle.SettingsFile;

    /// <summary>The folder of a file, without a slash behind it; empty for the root.</summary>
    public static string FolderOf(string path) => path[..Math.Max(0, path.LastIndexOf('/'))];
}

namespace K2P.Bundles;

/// <summary>Rules for paths inside bundles.</summary>
public static class BundlePaths
{
    /// <summary>
    /// The path of a file that <c>workflow.knime</c> names, relative to the workflow. Characters that KNIME cannot use in folder
    /// names are written as <c>_</c>; parts that would leave the folder are dropped.
    /// </summary>
    public static string Resolve(string folder, string file)
    {
        var parts = file.Split('/', '\\')
            .Where(part => part is not ("" or "." or ".."))
            .Select(Stored);
        var inner = string.Join('/', parts);
        return folder.Length == 0 ? inner : $"{folder}/{inner}";
    }

    private static string Stored(string part) =>
        string.Create(
            part.Length,
            part,
            static (span, text) =>
            {
                for (var i = 0; i < text.Length; i++)
                {
                    span[i] = text[i] < ' ' || "<>:\"|*\\?".Contains(text[i]) ? '_' : text[i];
                }
            }
        );

    /// <summary>True for a name that stays below a folder when it is joined to it, on every system.</summary>
    public static bool IsSafe(string path)
    {
        if (path.Length == 0 || path[0] is '/' or '\\' || (path.Length > 1 && path[1] == ':'))
        {
            return false;
        }
        foreach (var part in path.TrimEnd('/').Split('/', '\\'))
        {
            if (part is "" or "." or ".." || part.Any(letter => letter < ' ' || letter == '\u007f'))
            {
                return false;
            }
        }
        return true;
    }
}

namespace K2P.Verification;

/// <summary>Tells the files that a user put into a workflow from those that KNIME keeps there.</summary>
internal static class ResultFiles
{
    private static readonly HashSet<string> Own = new(StringComparer.Ordinal)
    {
        "workflow.knime",
        "settings.xml",
        "workflow.svg",
        "template.knime",
    };

    /// <summary>True for a file that a node may read as data.</summary>
    public static bool IsData(string path)
    {
        var parts = path.Split('/');
        return !Own.Contains(parts[^1]) && !parts[..^1].Any(IsResultFolder);
    }

    private static bool IsResultFolder(string name) =>
        name.StartsWith("internal", StringComparison.Ordinal)
        || name.StartsWith("filestore", StringComparison.Ordinal)
        || name == "drop"
        || (
            name.StartsWith("port_", StringComparison.Ordinal)
            && name.AsSpan(5).IndexOfAnyExceptInRange('0', '9') < 0
        );
}

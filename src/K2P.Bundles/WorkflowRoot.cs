using K2P.Bundles.Zip;

namespace K2P.Bundles;

/// <summary>Where in an archive the workflow lies: at the root, else in the one shallowest folder that holds one.</summary>
internal static class WorkflowRoot
{
    private const int NamedCandidates = 5;

    /// <summary>The folder, ending with <c>/</c>, or empty for the archive's root.</summary>
    /// <param name="maxDepth">How many folders down the workflow may lie.</param>
    public static string Find(IEnumerable<ZipEntry> entries, int maxDepth = int.MaxValue)
    {
        var folders = entries
            .Where(entry => entry.FileName is Bundle.WorkflowFile)
            .Select(entry => entry.Name[..^Bundle.WorkflowFile.Length])
            .GroupBy(folder => folder.AsSpan().Count('/'))
            .Where(group => group.Key <= maxDepth)
            .MinBy(group => group.Key)
            ?.Order(StringComparer.Ordinal)
            .ToList();
        return folders switch
        {
            null => throw new BundleException(
                RefusalCode.MissingWorkflow,
                maxDepth == 1
                    ? "There is no workflow.knime at the root of the archive or in its top folder; export one workflow."
                    : "There is no workflow.knime in the archive; export the workflow itself."
            ),
            [var only] => only,
            _ => throw Ambiguous(folders),
        };
    }

    /// <summary>The name of the last folder.</summary>
    public static string NameOf(string root) => root.TrimEnd('/').Split('/')[^1];

    private static BundleException Ambiguous(List<string> folders)
    {
        var names = string.Join(
            ", ",
            folders.Take(NamedCandidates).Select(folder => $"\"{folder.TrimEnd('/')}\"")
        );
        var more =
            folders.Count > NamedCandidates ? $" and {folders.Count - NamedCandidates} more" : "";
        return new BundleException(
            RefusalCode.MissingWorkflow,
            $"The archive holds {folders.Count} workflows, {names}{more}; take one of them."
        );
    }
}

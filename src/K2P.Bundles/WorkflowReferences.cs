namespace K2P.Bundles;

/// <summary>What a workflow needs: the files that its nodes refer to, through metanodes and components.</summary>
public sealed class WorkflowReferences
{
    private const string Locked = ".encrypted";

    private readonly IBundleFiles _files;
    private readonly Dictionary<string, string> _found = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, BundleProblem> _missing = new(StringComparer.Ordinal);

    private WorkflowReferences(IBundleFiles files) => _files = files;

    /// <summary>From each file that is there and needed to the path by which the workflow calls it.</summary>
    public IReadOnlyDictionary<string, string> Found => _found;

    /// <summary>The files that are needed and not there, by path.</summary>
    public IReadOnlyList<BundleProblem> Missing => [.. _missing.Values];

    /// <exception cref="BundleException">A <c>workflow.knime</c> on the way cannot be read.</exception>
    public static WorkflowReferences Of(IBundleFiles files)
    {
        var references = new WorkflowReferences(files);
        references.Walk();
        return references;
    }

    private void Walk()
    {
        var open = new Stack<string>();
        Need(Bundle.WorkflowFile, open);
        while (open.TryPop(out var workflow))
        {
            using var content = _files.Open(workflow);
            foreach (var node in NodeReferences.Read(content, workflow))
            {
                Need(BundlePaths.FolderOf(workflow), node, open);
            }
        }
    }

    private void Need(string folder, NodeReference node, Stack<string> open)
    {
        var path = BundlePaths.Resolve(folder, node.File);
        if (Need(path, open) && node.IsComponent)
        {
            Need(BundlePaths.Resolve(BundlePaths.FolderOf(path), Bundle.WorkflowFile), open);
        }
    }

    /// <summary>
    /// A locked component or metanode keeps its files under names that end with <c>.encrypted</c>. Nobody can read them, and they
    /// are no part of a bundle, so they are not missed.
    /// </summary>
    private bool Need(string path, Stack<string> open)
    {
        if (_files.Locate(path) is { } found)
        {
            // A file is walked once, so workflows that name each other come to an end.
            if (
                _found.TryAdd(found, path)
                && path.EndsWith(Bundle.WorkflowFile, StringComparison.Ordinal)
            )
            {
                open.Push(path);
            }

            return true;
        }

        if (!path.EndsWith(Locked, StringComparison.Ordinal) && !_files.Contains(path + Locked))
        {
            _missing[path] = new BundleProblem(
                path,
                RefusalCode.MissingSettings,
                "The workflow refers to this file, and it is not there."
            );
        }

        return false;
    }
}

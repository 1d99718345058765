using K2P.Bundles.Names;
using K2P.Bundles.Secrets;
using K2P.Bundles.Zip;

namespace K2P.Bundles;

/// <summary>Writes the minimal bundle: workflow and settings files alone. The same input gives the same bytes.</summary>
public static class BundleWriter
{
    /// <summary>Writes the bundle with its secrets blanked, and tells where they were.</summary>
    /// <exception cref="BundleException">There is no workflow, or a file is no XML or over a limit.</exception>
    public static IReadOnlyList<FoundSecret> Write(IBundleFiles files, Stream output)
    {
        if (!files.Contains(Bundle.WorkflowFile))
        {
            throw new BundleException(RefusalCode.MissingWorkflow, "There is no workflow.knime.");
        }

        var secrets = new List<FoundSecret>();
        Write(
            files,
            WorkflowReferences.Of(files),
            root: "",
            output,
            (path, content) =>
            {
                using var text = new MemoryStream(content);
                NodeReferences.Read(text, path);
                var (blanked, found) = SettingsBlanker.Blank(content, path);
                secrets.AddRange(found);
                return blanked;
            }
        );
        return secrets;
    }

    /// <summary>Writes the bundle as it is, below the folder <paramref name="root"/>, and tells the names.</summary>
    internal static IReadOnlyList<string> Copy(
        IBundleFiles files,
        WorkflowReferences references,
        string root,
        Stream output
    ) => Write(files, references, root, output, (_, content) => content);

    private static List<string> Write(
        IBundleFiles files,
        WorkflowReferences references,
        string root,
        Stream output,
        Func<string, byte[], byte[]> change
    )
    {
        using var zip = new ZipWriter(output);
        var names = files
            .Paths.Where(BundlePaths.IsWorkflowFile)
            .Select(path => (Path: path, Name: root + NameOf(path, files, references)))
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .ToList();
        foreach (var (path, name) in names)
        {
            using var content = files.Open(path);
            using var buffer = new MemoryStream();
            content.CopyTo(buffer);
            zip.Add(name, change(path, buffer.ToArray()));
        }

        zip.Finish();
        return names.ConvertAll(file => file.Name);
    }

    /// <summary>The name by which the workflow calls the file: an old archive's code page is known only here.</summary>
    private static string NameOf(string path, IBundleFiles files, WorkflowReferences references) =>
        references.Found.TryGetValue(path, out var called)
        && called != path
        && !files.Paths.Contains(called)
        && PathNames.WhyUnsafe(called) is null
            ? called
            : path;
}

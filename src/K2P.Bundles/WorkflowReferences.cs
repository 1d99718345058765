using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace K2P.Bundles;

/// <summary>
/// The settings files that workflows name, through metanodes and components: <c>nodes/node_*/node_settings_file</c> in each
/// <c>workflow.knime</c> (<c>org.knime.core.node.workflow.FileWorkflowPersistor</c>). Reading is also the proof that a file is XML.
/// </summary>
internal sealed partial class WorkflowReferences
{
    private const string WorkflowFile = "workflow.knime";

    private readonly Dictionary<string, List<string>> references = new(StringComparer.Ordinal);
    private readonly HashSet<string> present = new(StringComparer.Ordinal);

    /// <exception cref="BundleException">The file is not XML as KNIME writes it.</exception>
    public void Add(string path, Stream content)
    {
        present.Add(path);
        var named = new List<string>();
        try
        {
            using var reader = SafeXml.CreateReader(content);
            var keys = new Stack<string>();
            while (reader.Read())
            {
                SafeXml.CheckDepth(reader, path);
                if (reader.NodeType == XmlNodeType.Element)
                {
                    Take(reader, keys, named, path);
                }
                else if (reader.NodeType == XmlNodeType.EndElement && reader.LocalName == "config")
                {
                    keys.Pop();
                }
            }
        }
        catch (XmlException error)
        {
            throw SafeXml.Invalid(path, error);
        }

        if (path.EndsWith(WorkflowFile, StringComparison.Ordinal))
        {
            references[path] = named;
        }
    }

    /// <summary>What is named, directly or through what is named, and not there; starting from the workflow in a folder.</summary>
    public IReadOnlyList<string> Missing(string folder)
    {
        var missing = new SortedSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([folder + WorkflowFile]);
        while (open.TryPop(out var workflow))
        {
            if (!seen.Add(workflow) || !references.TryGetValue(workflow, out var named))
            {
                continue;
            }

            var own = workflow[..^WorkflowFile.Length].TrimEnd('/');
            foreach (var path in named.Select(file => BundlePaths.Resolve(own, file)))
            {
                if (!present.Contains(path))
                {
                    missing.Add(path);
                }

                // A component has settings of its own beside its workflow; a metanode's settings are its workflow.
                open.Push(path[..(path.LastIndexOf('/') + 1)] + WorkflowFile);
            }
        }

        return [.. missing];
    }

    private static void Take(XmlReader reader, Stack<string> keys, List<string> named, string path)
    {
        if (reader.Depth == 0 && reader.LocalName != "config")
        {
            throw SafeXml.Invalid(path, "its root is not <config>");
        }

        if (reader.LocalName == "config" && !reader.IsEmptyElement)
        {
            keys.Push(reader.GetAttribute("key") ?? "");
        }
        else if (
            reader.LocalName == "entry"
            && keys.Count == 3
            && keys.ElementAt(1) == "nodes"
            && reader.GetAttribute("key") is "node_settings_file" or "nodeSettingsFile"
            && reader.GetAttribute("value") is { Length: > 0 } file
        )
        {
            named.Add(Escaped().Replace(file, match => Character(match.ValueSpan[2..])));
        }
    }

    private static string Character(ReadOnlySpan<char> digits) =>
        ((char)int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture)).ToString();

    // KNIME writes characters that XML cannot hold as two percent signs and five digits.
    [GeneratedRegex("%%[0-9]{5}")]
    private static partial Regex Escaped();
}

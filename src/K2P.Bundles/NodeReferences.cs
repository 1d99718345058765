using System.Xml;

namespace K2P.Bundles;

/// <summary>A node's file as its workflow names it.</summary>
/// <param name="File">Relative to the workflow's folder, unescaped.</param>
/// <param name="IsComponent">A component has a workflow of its own beside its settings.</param>
internal readonly record struct NodeReference(string File, bool IsComponent);

/// <summary>Parses a file of a workflow, and takes from a <c>workflow.knime</c> the files of its nodes.</summary>
/// <remarks>
/// After <c>FileWorkflowPersistor</c>: <c>nodes/node_N/node_settings_file</c> (before KNIME 2: <c>nodeSettingsFile</c>), whose
/// <c>node_type</c> is NativeNode, MetaNode or SubNode.
/// </remarks>
internal static class NodeReferences
{
    private const int NodeDepth = 3;

    /// <exception cref="BundleException"><c>invalid_xml</c>, or what the stream refuses.</exception>
    public static List<NodeReference> Read(Stream content, string path)
    {
        try
        {
            using var reader = SafeXml.CreateReader(content);
            var references = new List<NodeReference>();
            var inNodes = false;
            (string? File, bool IsComponent) node = default;
            while (reader.Read())
            {
                SafeXml.CheckDepth(reader, path);
                switch (reader)
                {
                    case { NodeType: XmlNodeType.Element, Depth: 0, LocalName: not "config" }:
                        throw SafeXml.Invalid(path, "its root element is not <config>");
                    case { NodeType: XmlNodeType.Element, Depth: 1, LocalName: "config" }:
                        inNodes = reader.GetAttribute("key") == "nodes";
                        break;
                    case { NodeType: XmlNodeType.Element, Depth: NodeDepth, LocalName: "entry" }
                        when inNodes:
                        Take(reader, ref node);
                        break;
                    case { NodeType: XmlNodeType.EndElement, Depth: NodeDepth - 1 }
                        when node.File is not null:
                        references.Add(new NodeReference(node.File, node.IsComponent));
                        node = default;
                        break;
                }
            }

            return references;
        }
        catch (XmlException error)
        {
            throw SafeXml.Invalid(path, error);
        }
    }

    private static void Take(XmlReader entry, ref (string? File, bool IsComponent) node)
    {
        var value = entry.GetAttribute("value") ?? "";
        switch (entry.GetAttribute("key"))
        {
            case "node_settings_file" or "nodeSettingsFile" when value.Length > 0:
                node.File = KnimeText.Unescape(value);
                break;
            case "node_type":
                node.IsComponent = value == "SubNode";
                break;
        }
    }
}

using System.Text;
using K2P.Nodes;
using K2P.Workflows;

namespace K2P.Output;

/// <summary>Writes the graph for Graphviz: components and metanodes are clusters, colours tell the status.</summary>
internal static class DotWriter
{
    public static byte[] Write(GraphOutput graph)
    {
        var text = new StringBuilder(
            "digraph workflow {\n  rankdir=LR;\n  node [shape=box, style=\"rounded,filled\", fontname=\"Helvetica\"];\n"
        );
        var script = graph.Script;
        var status = script.Nodes.ToDictionary(
            node => node.Translation.Node.Path,
            node => node.Translation.Status
        );
        foreach (var id in script.Members)
        {
            WriteNode(text, script.Root.Workflow.Nodes[id], status, "  ");
        }
        foreach (var node in script.Nodes)
        {
            foreach (var input in node.Inputs.Where(input => status.ContainsKey(input.Node)))
            {
                text.Append("  ")
                    .Append(Quote(input.Node))
                    .Append(" -> ")
                    .Append(Quote(node.Translation.Node.Path));
                text.Append(input.Kind == PortKind.Variable ? " [style=dashed];\n" : ";\n");
            }
        }
        return Encoding.UTF8.GetBytes(text.Append("}\n").ToString());
    }

    private static void WriteNode(
        StringBuilder text,
        Node node,
        Dictionary<string, NodeStatus> status,
        string indent
    )
    {
        if (status.TryGetValue(node.Path, out var own))
        {
            var label = $"{node.Name}\n({node.Path})";
            text.Append(indent).Append(Quote(node.Path)).Append(" [label=").Append(Quote(label));
            text.Append(", fillcolor=\"").Append(Colour(own)).Append("\"];\n");
        }
        else if (node.Inner is { } inner)
        {
            text.Append(indent)
                .Append("subgraph ")
                .Append(Quote($"cluster_{node.Path}"))
                .Append(" {\n");
            text.Append(indent).Append("  label=").Append(Quote(node.Name)).Append(";\n");
            foreach (var each in inner.Nodes.Values)
            {
                WriteNode(text, each, status, indent + "  ");
            }
            text.Append(indent).Append("}\n");
        }
    }

    private static string Colour(NodeStatus status) =>
        status switch
        {
            NodeStatus.Exact => "#c8e6c9",
            NodeStatus.Approximate => "#fff9c4",
            NodeStatus.Partial => "#ffe0b2",
            NodeStatus.Manual => "#ffcdd2",
            _ => "#eeeeee",
        };

    private static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var letter in ReportWriter.Clean(text))
        {
            quoted.Append(
                letter switch
                {
                    '"' => "\\\"",
                    '\\' => "\\\\",
                    '\n' => "\\n",
                    < ' ' => " ",
                    _ => letter.ToString(),
                }
            );
        }
        return quoted.Append('"').ToString();
    }
}

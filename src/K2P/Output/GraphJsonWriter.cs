using System.Text.Json;
using K2P.Workflows;

namespace K2P.Output;

/// <summary>Writes the graph as KNIME draws it: nodes at every depth with positions and status, edges with ports, annotations.</summary>
internal static class GraphJsonWriter
{
    public static byte[] Write(GraphOutput graph)
    {
        var script = graph.Script;
        var reports = script.Nodes.ToDictionary(node => node.Translation.Node.Path);
        return JsonFile.Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("schema", "k2p-graph/1");
            json.WriteString("id", script.Id);
            WriteLevel(json, script.Root.Workflow, "", script.Members.ToHashSet(), reports);
            json.WriteEndObject();
        });
    }

    private static void WriteLevel(
        Utf8JsonWriter json,
        Workflow workflow,
        string prefix,
        HashSet<int>? members,
        Dictionary<string, NodeReport> reports
    )
    {
        json.WriteStartArray("nodes");
        foreach (
            var node in workflow.Nodes.Values.Where(node => members?.Contains(node.Id) ?? true)
        )
        {
            WriteNode(json, node, reports);
        }
        json.WriteEndArray();
        json.WriteStartArray("edges");
        foreach (
            var wire in workflow.Connections.Where(wire =>
                members is null || members.Contains(wire.Source) || members.Contains(wire.Target)
            )
        )
        {
            json.WriteStartObject();
            json.WriteString("source", Id(prefix, wire.Source));
            json.WriteNumber("source_port", wire.SourcePort);
            json.WriteString("target", Id(prefix, wire.Target));
            json.WriteNumber("target_port", wire.TargetPort);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("annotations");
        foreach (var annotation in workflow.Annotations)
        {
            json.WriteStartObject();
            json.WriteString("text", ReportWriter.Clean(annotation.Text));
            WriteBounds(json, annotation.Bounds);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteNode(
        Utf8JsonWriter json,
        Node node,
        Dictionary<string, NodeReport> reports
    )
    {
        var report = reports.GetValueOrDefault(node.Path);
        json.WriteStartObject();
        json.WriteString("id", node.Path);
        json.WriteString(
            "kind",
            node.IsBorder ? "border" : node.Kind.ToString().ToLowerInvariant()
        );
        json.WriteString("name", ReportWriter.Clean(node.Name));
        if (node.Annotation is { } annotation)
        {
            json.WriteString("annotation", ReportWriter.Clean(annotation));
        }
        json.WriteString("factory", ReportWriter.Clean(node.FullFactory));
        json.WriteString("state", ReportWriter.Clean(node.State));
        if (report is not null)
        {
            json.WriteString("status", ReportWriter.Word(report.Translation.Status));
            if (report.Function is { } function)
            {
                json.WriteString("function", function.Text);
            }
        }
        WriteBounds(json, node.Bounds);
        WritePorts(json, "inputs", node.Inputs);
        WritePorts(
            json,
            "outputs",
            report is null
                ? node.Outputs
                : [.. report.Translation.Outputs.Select((kind, i) => new Port(i + 1, kind))]
        );
        if (node.Inner is { } inner)
        {
            json.WriteStartObject("inside");
            WriteLevel(json, inner, node.Path + ":", null, reports);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static void WritePorts(Utf8JsonWriter json, string name, IReadOnlyList<Port> ports)
    {
        json.WriteStartArray(name);
        foreach (var port in ports)
        {
            json.WriteStartObject();
            json.WriteNumber("port", port.Index);
            json.WriteString("kind", ReportWriter.Word(port.Kind));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteBounds(Utf8JsonWriter json, Bounds bounds)
    {
        json.WriteNumber("x", bounds.X);
        json.WriteNumber("y", bounds.Y);
        json.WriteNumber("width", bounds.Width);
        json.WriteNumber("height", bounds.Height);
    }

    /// <summary>The border of a metanode is its own id, as seen from inside.</summary>
    private static string Id(string prefix, int id) =>
        id == Graph.Scope.Border ? prefix.TrimEnd(':') : $"{prefix}{id}";
}

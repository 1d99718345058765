using System.Text.Json;
using K2P.Diagnostics;
using K2P.Nodes;
using K2P.Workflows;

namespace K2P.Output;

/// <summary>Writes <c>&lt;base&gt;__report.json</c>, schema <c>k2p-report/1</c>.</summary>
internal static class ReportWriter
{
    /// <summary>The report in UTF-8 with a line end at its end.</summary>
    /// <param name="conversion">What was converted.</param>
    /// <param name="withNodes">False for the summary that goes to standard output.</param>
    public static byte[] Write(Conversion conversion, bool withNodes)
    {
        return JsonFile.Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("schema", "k2p-report/1");
            json.WriteString("k2p", ProductVersion.Full);
            WriteWorkflow(json, conversion);
            WriteTotals(json, conversion);
            json.WriteStartArray("graphs");
            foreach (var graph in conversion.Graphs)
            {
                WriteGraph(json, graph);
            }
            json.WriteEndArray();
            if (withNodes)
            {
                json.WriteStartArray("nodes");
                foreach (var graph in conversion.Graphs)
                {
                    foreach (var node in graph.Script.Nodes)
                    {
                        WriteNode(json, graph, node);
                    }
                }
                json.WriteEndArray();
            }
            WriteStrings(json, "requirements", conversion.Requirements);
            WriteFiles(json, conversion);
            WriteSecrets(json, conversion);
            WriteDiagnostics(json, conversion.Diagnostics);
            json.WriteEndObject();
        });
    }

    /// <summary>The contract's word for a status.</summary>
    public static string Word(NodeStatus status) => status.ToString().ToLowerInvariant();

    /// <summary>The contract's word for what a port carries.</summary>
    public static string Word(PortKind kind) => kind.ToString().ToLowerInvariant();

    private static void WriteWorkflow(Utf8JsonWriter json, Conversion conversion)
    {
        json.WriteStartObject("workflow");
        json.WriteString("name", Clean(conversion.Workflow.Name));
        json.WriteString("created_by", Clean(conversion.Workflow.CreatedBy));
        json.WriteNumber("nodes", conversion.Nodes.Count());
        json.WriteEndObject();
    }

    private static void WriteTotals(Utf8JsonWriter json, Conversion conversion)
    {
        json.WriteStartObject("totals");
        foreach (var status in Enum.GetValues<NodeStatus>())
        {
            json.WriteNumber(
                Word(status),
                conversion.Nodes.Count(node => node.Translation.Status == status)
            );
        }
        json.WriteEndObject();
    }

    private static void WriteGraph(Utf8JsonWriter json, GraphOutput graph)
    {
        json.WriteStartObject();
        json.WriteString("id", graph.Script.Id);
        json.WriteString("script", graph.ScriptName);
        json.WriteString("notebook", graph.NotebookName);
        json.WriteString("json", graph.JsonName);
        json.WriteString("dot", graph.DotName);
        json.WriteNumber("nodes", graph.Script.Nodes.Count);
        json.WriteEndObject();
    }

    private static void WriteNode(Utf8JsonWriter json, GraphOutput graph, NodeReport report)
    {
        var node = report.Translation.Node;
        json.WriteStartObject();
        json.WriteString("id", node.Path);
        json.WriteString("path", Clean(report.Place));
        json.WriteString("name", Clean(node.Name));
        json.WriteString("factory", Clean(node.FullFactory));
        json.WriteString("graph", graph.Script.Id);
        json.WriteString("state", Clean(node.State));
        json.WriteString("status", Word(report.Translation.Status));
        if (report.Function is { } function)
        {
            json.WriteString("function", function.Text);
            if (graph.Lines.TryGetValue(function.Text, out var lines))
            {
                json.WriteStartArray("lines");
                json.WriteNumberValue(lines.First);
                json.WriteNumberValue(lines.Last);
                json.WriteEndArray();
            }
        }
        json.WriteStartArray("inputs");
        foreach (var input in report.Inputs)
        {
            json.WriteStartObject();
            json.WriteNumber("port", input.Port);
            json.WriteString("kind", Word(input.Kind));
            json.WriteString("node", input.Node);
            json.WriteNumber("from_port", input.FromPort);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("outputs");
        for (var i = 0; i < report.Translation.Outputs.Count; i++)
        {
            json.WriteStartObject();
            json.WriteNumber("port", node.FirstPort + i);
            json.WriteString("kind", Word(report.Translation.Outputs[i]));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        WriteDiagnostics(json, report.Translation.Diagnostics);
        json.WriteEndObject();
    }

    private static void WriteFiles(Utf8JsonWriter json, Conversion conversion)
    {
        json.WriteStartArray("data_files");
        foreach (var node in conversion.Nodes)
        {
            foreach (var file in node.Translation.Files)
            {
                json.WriteStartObject();
                json.WriteString("node", node.Translation.Node.Path);
                json.WriteString("path", Clean(file.Path));
                json.WriteString("mode", file.Mode);
                json.WriteEndObject();
            }
        }
        json.WriteEndArray();
    }

    private static void WriteSecrets(Utf8JsonWriter json, Conversion conversion)
    {
        json.WriteStartArray("secrets");
        foreach (var secret in conversion.Secrets)
        {
            json.WriteStartObject();
            json.WriteString("node", secret.Node);
            json.WriteString("key", Clean(secret.Key));
            json.WriteString("environment", secret.Environment);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteDiagnostics(Utf8JsonWriter json, IReadOnlyList<Diagnostic> diagnostics)
    {
        json.WriteStartArray("diagnostics");
        foreach (var diagnostic in diagnostics)
        {
            json.WriteStartObject();
            json.WriteString("id", diagnostic.Kind.Id);
            json.WriteString("level", diagnostic.Kind.Severity.ToString().ToLowerInvariant());
            json.WriteString("message", Clean(diagnostic.Message));
            if (diagnostic.Path is { } path)
            {
                json.WriteString("path", Clean(path));
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteStrings(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }
        json.WriteEndArray();
    }

    /// <summary>Half of a surrogate pair, which UTF-8 cannot hold, becomes U+FFFD.</summary>
    internal static string Clean(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]))
            {
                if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
                {
                    i++;
                }
                else
                {
                    return System.Text.Encoding.UTF8.GetString(
                        System.Text.Encoding.UTF8.GetBytes(text)
                    );
                }
            }
        }
        return text;
    }
}

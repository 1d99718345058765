using System.Text.Json;
using K2P.Output;

namespace K2P.Verification;

/// <summary>Writes what <c>k2p verify --json</c> prints, schema <c>k2p-verify/1</c>.</summary>
internal static class VerifyReport
{
    private static readonly string[] Details =
    [
        "line",
        "first",
        "cells",
        "predictions",
        "notes",
        "seconds",
    ];

    public static byte[] Write(VerifiedWorkflow verified)
    {
        return JsonFile.Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("schema", "k2p-verify/1");
            json.WriteString("k2p", ProductVersion.Full);
            json.WriteStartObject("workflow");
            json.WriteString("name", ReportWriter.Clean(verified.Conversion.Workflow.Name));
            json.WriteString(
                "created_by",
                ReportWriter.Clean(verified.Conversion.Workflow.CreatedBy)
            );
            json.WriteNumber("nodes", verified.Nodes.Count);
            json.WriteEndObject();
            json.WriteStartObject("totals");
            foreach (var verdict in Enum.GetValues<Verdict>())
            {
                json.WriteNumber(NodeVerdict.Word(verdict), verified.Count(verdict));
            }
            json.WriteEndObject();
            json.WriteNumber("false_claims", verified.FalseClaims.Count);
            json.WriteStartObject("tables");
            json.WriteNumber("read", verified.Tables.Read);
            json.WriteNumber("unreadable", verified.Tables.Unreadable);
            json.WriteEndObject();
            json.WriteStartArray("nodes");
            foreach (var node in verified.Nodes)
            {
                WriteNode(json, node);
            }
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static void WriteNode(Utf8JsonWriter json, NodeVerdict verdict)
    {
        var node = verdict.Node.Translation.Node;
        json.WriteStartObject();
        json.WriteString("id", node.Path);
        json.WriteString("path", ReportWriter.Clean(verdict.Node.Place));
        json.WriteString("name", ReportWriter.Clean(node.Name));
        json.WriteString("factory", ReportWriter.Clean(node.FullFactory));
        json.WriteString("graph", verdict.Graph.Script.Id);
        json.WriteString("status", ReportWriter.Word(verdict.Node.Translation.Status));
        json.WriteString("function", verdict.Node.Function?.Text);
        json.WriteString("verdict", NodeVerdict.Word(verdict.Verdict));
        json.WriteString("text", ReportWriter.Clean(verdict.Text));
        foreach (var key in Details)
        {
            if (verdict.Answer is { } answer && answer.TryGetProperty(key, out var value))
            {
                json.WritePropertyName(key);
                value.WriteTo(json);
            }
        }
        json.WriteEndObject();
    }
}

using System.Buffers;
using System.Text;
using System.Text.Json;

namespace K2P.Nodes;

/// <summary>The catalogue for people and programs.</summary>
public static class NodeList
{
    /// <summary>A line per node, its factories below it.</summary>
    public static byte[] Text()
    {
        var text = new StringBuilder();
        foreach (var info in Sorted())
        {
            text.Append(info.Name)
                .Append(info.Limits is { } limits ? $" ({limits})" : "")
                .Append('\n');
            foreach (var factory in info.Factories)
            {
                text.Append("    ").Append(factory).Append('\n');
            }
        }
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>An array of <c>{name, factories, limits}</c>.</summary>
    public static byte[] Json()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (
            var json = new Utf8JsonWriter(
                buffer,
                new JsonWriterOptions { Indented = true, NewLine = "\n" }
            )
        )
        {
            json.WriteStartArray();
            foreach (var info in Sorted())
            {
                json.WriteStartObject();
                json.WriteString("name", info.Name);
                json.WriteString("status", info.Limits is null ? "exact" : "partial");
                json.WriteStartArray("factories");
                foreach (var factory in info.Factories)
                {
                    json.WriteStringValue(factory);
                }
                json.WriteEndArray();
                json.WriteString("limits", info.Limits ?? "");
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        return [.. buffer.WrittenSpan, (byte)'\n'];
    }

    private static IEnumerable<NodeInfo> Sorted() =>
        NodeCatalog
            .All.Select(translator => translator.Info)
            .OrderBy(info => info.Name, StringComparer.Ordinal);
}

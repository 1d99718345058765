using System.Text.Json;
using K2P.Web.Http;

namespace K2P.Web.Jobs;

/// <summary>What the service takes from the converter's report: the totals, and which nodes there were.</summary>
/// <param name="Totals">As JSON.</param>
/// <param name="Nodes">Factory, name and status of each kind, with how often it came.</param>
internal sealed record ConversionReport(
    string? Totals,
    IReadOnlyList<(string Factory, string Name, string Status, int Count)> Nodes
)
{
    private const long Limit = 64 * 1024 * 1024;
    private const int MaxKinds = 2000;

    /// <summary>A converter of another make may report otherwise: what is not understood is left out, the result is still a result.</summary>
    public static async Task<ConversionReport?> ReadAsync(string path, CancellationToken cancel)
    {
        try
        {
            await using var file = File.OpenRead(path);
            if (file.Length > Limit)
            {
                return null;
            }

            using var document = await JsonDocument.ParseAsync(file, default, cancel);
            var root = document.RootElement;
            return new ConversionReport(ReadTotals(root), ReadNodes(root));
        }
        catch (Exception exception)
            when (exception is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return null;
        }
    }

    public IReadOnlyList<UploadedNode> NodesOf(string jobId) =>
        [
            .. Nodes.Select(
                (node, ordinal) =>
                    new UploadedNode
                    {
                        JobId = jobId,
                        Ordinal = ordinal,
                        Factory = node.Factory,
                        Name = node.Name,
                        Status = node.Status,
                        Count = node.Count,
                    }
            ),
        ];

    private static string ReadTotals(JsonElement root) =>
        JsonSerializer.Serialize(
            root.GetProperty("totals").Deserialize(ServiceJson.Default.NodeTotals),
            ServiceJson.Default.NodeTotals
        );

    private static List<(string Factory, string Name, string Status, int Count)> ReadNodes(
        JsonElement root
    ) =>
        root.TryGetProperty("nodes", out var nodes)
            ?
            [
                .. nodes
                    .EnumerateArray()
                    .Select(node =>
                        (
                            Factory: Text(node, "factory", 300),
                            Name: Text(node, "name", 200),
                            Status: Text(node, "status", 16)
                        )
                    )
                    .GroupBy(kind => kind)
                    .Take(MaxKinds)
                    .Select(group =>
                        (group.Key.Factory, group.Key.Name, group.Key.Status, group.Count())
                    ),
            ]
            : [];

    /// <summary>The report repeats what an upload says: bounded, and without what a database cannot hold.</summary>
    private static string Text(JsonElement node, string name, int length)
    {
        var text = (node.GetProperty(name).GetString() ?? "").Replace(
            "\0",
            "",
            StringComparison.Ordinal
        );
        return text.Length <= length ? text : text[..length];
    }
}

using System.Text.Json.Nodes;
using K2P.Bundles;

namespace K2P.Tests.Workflows;

/// <summary>A workflow folder after its conversion, as far as tests look at it.</summary>
internal sealed class Converted
{
    private readonly Dictionary<string, string> files;

    private Converted(Conversion conversion)
    {
        files = conversion.Files.ToDictionary(
            file => file.Name,
            file => System.Text.Encoding.UTF8.GetString(file.Content.Span)
        );
        Report = JsonNode.Parse(conversion.Report)!.AsObject();
        Diagnostics =
        [
            .. conversion.Diagnostics.Select(each =>
                $"{each.Kind.Id} {each.Message} [{each.Path}]"
            ),
        ];
    }

    /// <summary>The report.</summary>
    public JsonObject Report { get; }

    /// <summary>The remarks on the workflow as a whole.</summary>
    public IReadOnlyList<string> Diagnostics { get; }

    /// <summary>Each node's id with its status.</summary>
    public IReadOnlyDictionary<string, string> Statuses =>
        Nodes.ToDictionary(
            node => node["id"]!.GetValue<string>(),
            node => node["status"]!.GetValue<string>()
        );

    /// <summary>The nodes of the report.</summary>
    public IEnumerable<JsonObject> Nodes =>
        Report["nodes"]!.AsArray().Select(node => node!.AsObject());

    public static Converted From(WorkflowWriter workflow, bool isStrict = false)
    {
        using var source = new FolderFiles(workflow.Write(), new ArchiveLimits());
        return new Converted(
            Converter.Convert(source, new ConversionOptions { Name = "flow", Strict = isStrict })
        );
    }

    /// <summary>A node of the report.</summary>
    public JsonObject Node(string id) => Nodes.Single(node => node["id"]!.GetValue<string>() == id);

    /// <summary>The inputs of a node as <c>port:kind from node.port</c>.</summary>
    public IReadOnlyList<string> Inputs(string id) =>
        [
            .. Node(id)["inputs"]!
                .AsArray()
                .Select(each =>
                    $"{each!["port"]}:{each["kind"]} from {each["node"]}.{each["from_port"]}"
                ),
        ];

    /// <summary>The graph of a script as it is drawn.</summary>
    public JsonObject Graph(string id = "g01") =>
        JsonNode.Parse(files[$"flow__{id}.json"])!.AsObject();

    /// <summary>A script.</summary>
    public string Script(string id = "g01") => files[$"flow__{id}_workbook.py"];

    /// <summary>The number of scripts.</summary>
    public int Scripts => Report["graphs"]!.AsArray().Count;
}

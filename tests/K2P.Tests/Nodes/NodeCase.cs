using System.Text.Json;
using K2P.Bundles;
using K2P.Nodes;
using K2P.Workflows;

namespace K2P.Tests.Nodes;

/// <summary>
/// A fixture folder <c>Nodes/&lt;Folder&gt;/&lt;Node&gt;/&lt;case&gt;</c>: <c>settings.xml</c> of one node, the function it must become in
/// <c>expected.py</c>, and where it is run the tables <c>input.json</c> (<c>input2.json</c> …) and <c>expected.json</c>.
/// </summary>
internal sealed record NodeCase(string Name, string Folder)
{
    public static string Root { get; } = Path.Join(Repository.Root, "tests", "K2P.Tests", "Nodes");

    public static IReadOnlyList<NodeCase> All { get; } =
    [
        .. Directory
            .EnumerateFiles(Root, "settings.xml", SearchOption.AllDirectories)
            .Select(file => Path.GetDirectoryName(file)!)
            .Select(folder => new NodeCase(
                Path.GetRelativePath(Root, folder).Replace('\\', '/'),
                folder
            ))
            .OrderBy(fixture => fixture.Name, StringComparer.Ordinal),
    ];

    /// <summary>The tables to call the function with, in port order.</summary>
    public IReadOnlyList<string> Inputs => Tables("input");

    /// <summary>The tables that it must return, in port order.</summary>
    public IReadOnlyList<string> Outputs => Tables("expected");

    public string Script { get; private set; } = "";

    public string Function { get; private set; } = "";

    public string Text { get; private set; } = "";

    /// <summary>Converts a workflow that holds just this node, with a source at each of its inputs.</summary>
    public NodeCase Convert()
    {
        using var scratch = new Scratch();
        var settings = File.ReadAllText(Path.Join(Folder, "settings.xml"));
        scratch.Write("flow/Node (#1)/settings.xml", settings);
        scratch.Write("flow/workflow.knime", Workflow(InputCount(settings)));
        using var files = new FolderFiles(scratch.At("flow"), new ArchiveLimits());
        var conversion = Converter.Convert(files, new ConversionOptions());
        using var report = JsonDocument.Parse(conversion.Report);
        var node = report
            .RootElement.GetProperty("nodes")
            .EnumerateArray()
            .First(each => each.GetProperty("id").GetString() == "1");
        Script = System.Text.Encoding.UTF8.GetString(
            conversion
                .Files.First(file => file.Name.EndsWith(".py", StringComparison.Ordinal))
                .Content.Span
        );
        var remarks = node.GetProperty("diagnostics")
            .EnumerateArray()
            .Select(each =>
                $"# {each.GetProperty("id").GetString()} {each.GetProperty("message").GetString()}\n"
            );
        var header = $"# {node.GetProperty("status").GetString()}\n{string.Concat(remarks)}";
        Function = node.TryGetProperty("function", out var function) ? function.GetString()! : "";
        var code = "";
        if (node.TryGetProperty("lines", out var lines))
        {
            var (first, last) = (lines[0].GetInt32(), lines[1].GetInt32());
            code = string.Join('\n', Script.Split('\n')[(first - 1)..last]) + "\n";
        }
        Text = header + code;
        return this;
    }

    private int InputCount(string settings)
    {
        if (Inputs.Count > 0)
        {
            return Inputs.Count;
        }
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(settings));
        var factory = SettingsFile.Read(stream, "settings.xml").Text("factory") ?? "";
        return NodeCatalog
                .All.FirstOrDefault(each => each.Info.Factories.Contains(factory))
                ?.Info.Inputs.Count
            ?? 0;
    }

    private static string Workflow(int inputs)
    {
        var sources = Enumerable.Range(1, inputs).ToList();
        var nodes = sources.Select(port =>
            $"""<config key="node_{port + 1}"><entry key="id" type="xint" value="{port + 1}"/><entry key="node_settings_file" type="xstring" value="Source (#{port + 1})/settings.xml"/></config>"""
        );
        var wires = sources.Select(port =>
            $"""<config key="connection_{port}"><entry key="sourceID" type="xint" value="{port + 1}"/><entry key="sourcePort" type="xint" value="1"/><entry key="destID" type="xint" value="1"/><entry key="destPort" type="xint" value="{port}"/></config>"""
        );
        return $"""
            <config xmlns="http://www.knime.org/2008/09/XMLConfig" key="workflow.knime">
            <config key="nodes">
            <config key="node_1"><entry key="id" type="xint" value="1"/><entry key="node_settings_file" type="xstring" value="Node (#1)/settings.xml"/></config>
            {string.Concat(nodes)}
            </config>
            <config key="connections">{string.Concat(wires)}</config>
            </config>
            """;
    }

    private IReadOnlyList<string> Tables(string stem) =>
        [
            .. Enumerable
                .Range(1, 9)
                .Select(i => Path.Join(Folder, i == 1 ? $"{stem}.json" : $"{stem}{i}.json"))
                .TakeWhile(File.Exists),
        ];
}

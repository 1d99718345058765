using System.Net;
using System.Text;

namespace K2P.Workflows;

/// <summary>Takes the facts about a node out of its settings file, whatever KNIME version wrote it.</summary>
internal static class NodeSettings
{
    private static readonly string[] VariantKeys =
    [
        "nodeDir",
        "node_id",
        "nodeId",
        "name",
        "id",
        "knime_extension_id",
        "weka-class",
    ];

    /// <summary>The kind of port that a Java class stands for.</summary>
    public static PortKind KindOf(string? javaClass)
    {
        var name = javaClass?[(javaClass.LastIndexOf('.') + 1)..] ?? "";
        return name switch
        {
            "" => PortKind.Other,
            "BufferedDataTable" => PortKind.Table,
            _ when name.Contains("FlowVariable", StringComparison.Ordinal) => PortKind.Variable,
            _ when name.Contains("Database", StringComparison.Ordinal)
                    || name.StartsWith("DB", StringComparison.Ordinal) => PortKind.Database,
            _ when name.Contains("Image", StringComparison.Ordinal) => PortKind.Image,
            _ when IsConnection(name) => PortKind.Other,
            _ => PortKind.Model,
        };
    }

    private static bool IsConnection(string name) =>
        (
            (string[])
                ["Spark", "FileSystem", "Connection", "Credential", "Inactive", "Hub", "Report"]
        ).Any(word => name.Contains(word, StringComparison.Ordinal));

    /// <summary>Ports listed as <c>prefix_n{index, type{object_class}}</c> or <c>{index, port_object_class}</c>.</summary>
    /// <param name="config">The list.</param>
    /// <param name="shift">What is added to the stored numbers.</param>
    public static IReadOnlyList<Port> Ports(SettingsConfig? config, int shift = 0) =>
        config is null
            ? []
            :
            [
                .. config
                    .Configs.Where(port => port.Integer("index") is not null)
                    .Select(port => new Port(
                        port.Integer("index")!.Value + shift,
                        KindOf(
                            port.Text("port_object_class")
                                ?? port.Config("type")?.Text("object_class")
                        )
                    ))
                    .OrderBy(port => port.Index),
            ];

    /// <summary>What tells the nodes of one dynamic factory apart, or an empty text.</summary>
    public static string Variant(SettingsConfig? factorySettings)
    {
        foreach (var key in factorySettings is null ? [] : VariantKeys)
        {
            if (factorySettings!.Text(key) is { Length: > 0 } value)
            {
                return value;
            }
        }
        return "";
    }

    /// <summary>The flow variables that the node put on its stack (<c>FlowObjectStack.getFlowObjectsOwnedBy</c>), the latest last.</summary>
    public static IReadOnlyList<FlowVariable> Variables(SettingsConfig? stack) =>
        [
            .. (stack ?? SettingsConfig.Empty)
                .Configs.Where(item => item.Text("type") == "variable")
                .Select(Variable)
                .OfType<FlowVariable>(),
        ];

    /// <summary>The variables of the workflow itself.</summary>
    public static IReadOnlyList<FlowVariable> WorkflowVariables(SettingsConfig root) =>
        [
            .. (root.Config("workflow_variables") ?? SettingsConfig.Empty)
                .Configs.Select(Variable)
                .OfType<FlowVariable>(),
        ];

    private static FlowVariable? Variable(SettingsConfig item)
    {
        if (item.Text("name") is not { } name)
        {
            return null;
        }
        var type = item.Text("class") ?? "STRING";
        var value =
            type == FlowVariable.Location
                ? item.Text("path") ?? item.Config("value")?.Text("path")
                : item.Text("value") ?? item.Config("value")?.Text("value");
        return new FlowVariable(name, type, value) { Stored = item.Config("value") ?? item };
    }

    /// <summary>The text below a node: the annotation, or the custom name of KNIME before 2.5; null where there is none.</summary>
    public static string? Annotation(SettingsConfig settings)
    {
        var annotation = settings.Config("nodeAnnotation");
        var text = annotation?.Text("text") ?? settings.Text("customName");
        if (text is not null && annotation?.Text("contentType") == "text/html")
        {
            text = PlainText(text);
        }
        return string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }

    /// <summary>A text box on the canvas.</summary>
    public static Annotation TextBox(SettingsConfig config)
    {
        var text = config.Text("text") ?? "";
        return new Annotation(
            config.Text("contentType") == "text/html" ? PlainText(text) : text,
            new Bounds(
                config.Integer("x-coordinate") ?? 0,
                config.Integer("y-coordinate") ?? 0,
                config.Integer("width") ?? 0,
                config.Integer("height") ?? 0
            )
        );
    }

    /// <summary>The text of KNIME's annotation HTML.</summary>
    private static string PlainText(string html)
    {
        var result = new StringBuilder(html.Length);
        var inTag = false;
        foreach (var letter in html)
        {
            if (letter == '<')
            {
                inTag = true;
            }
            else if (letter == '>' && inTag)
            {
                inTag = false;
                result.Append(' ');
            }
            else if (!inTag)
            {
                result.Append(letter);
            }
        }
        return string.Join(
            ' ',
            WebUtility
                .HtmlDecode(result.ToString())
                .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );
    }

    /// <summary>Where the node stands on the canvas.</summary>
    public static Bounds BoundsOf(SettingsConfig? uiSettings)
    {
        var array = uiSettings?.Config("extrainfo.node.bounds");
        return array is null
            ? default
            : new Bounds(
                array.Integer("0") ?? 0,
                array.Integer("1") ?? 0,
                array.Integer("2") ?? 0,
                array.Integer("3") ?? 0
            );
    }
}

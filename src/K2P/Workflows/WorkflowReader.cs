using K2P.Bundles;
using K2P.Diagnostics;

namespace K2P.Workflows;

/// <summary>Reads a workflow with everything nested in it. It knows nothing of Python and changes nothing.</summary>
/// <remarks>
/// Written after <c>FileWorkflowPersistor</c>, <c>FileNativeNodeContainerPersistor</c> and
/// <c>FileSubNodeContainerPersistor</c> of KNIME: 2.x files say <c>node_is_meta</c> where later ones say
/// <c>node_type</c>, and only components have settings of their own beside their <c>workflow.knime</c>.
/// </remarks>
internal sealed class WorkflowReader(IBundleFiles files)
{
    private const string WorkflowFile = "workflow.knime";
    private const int MaxDepth = 1000;

    private readonly List<Diagnostic> diagnostics = [];
    private readonly List<Secret> secrets = [];

    /// <summary>Remarks on the files, such as settings that are not there.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => diagnostics;

    /// <summary>Every stored password that was met.</summary>
    public IReadOnlyList<Secret> Secrets => secrets;

    /// <summary>The workflow at the root of the files.</summary>
    /// <param name="name">The name to give it.</param>
    /// <exception cref="BundleException">A file is missing, is no XML, or is not what KNIME writes.</exception>
    public Workflow Read(string name)
    {
        if (!files.Contains(WorkflowFile))
        {
            throw new BundleException(RefusalCode.MissingWorkflow, "There is no workflow.knime.");
        }
        return ReadWorkflow("", "", name, ReadFile(WorkflowFile), depth: 0);
    }

    private SettingsConfig ReadFile(string path)
    {
        using var stream = files.Open(path);
        return SettingsFile.Read(stream, path);
    }

    private Workflow ReadWorkflow(
        string folder,
        string idPath,
        string name,
        SettingsConfig root,
        int depth
    )
    {
        var nodes = new SortedDictionary<int, Node>();
        foreach (var item in root.Config("nodes")?.Configs ?? [])
        {
            if (item.Integer("id") is { } id)
            {
                nodes[id] = ReadNode(folder, idPath, id, item, depth);
            }
        }
        if (idPath.Length == 0)
        {
            FindSecrets(root, "", "workflow");
        }
        return new Workflow
        {
            Name = name,
            CreatedBy = ShortVersion(root.Text("created_by")),
            Variables = idPath.Length == 0 ? NodeSettings.WorkflowVariables(root) : [],
            Nodes = nodes,
            Connections =
            [
                .. (root.Config("connections") ?? SettingsConfig.Empty)
                    .Configs.Where(wire =>
                        wire.Integer("sourceID") is not null && wire.Integer("destID") is not null
                    )
                    .Select(wire => new Connection(
                        wire.Integer("sourceID")!.Value,
                        wire.Integer("sourcePort") ?? 0,
                        wire.Integer("destID")!.Value,
                        wire.Integer("destPort") ?? 0
                    )),
            ],
            Annotations =
            [
                .. (root.Config("annotations") ?? SettingsConfig.Empty).Configs.Select(
                    ReadAnnotation
                ),
            ],
            MetaInputs = NodeSettings.Ports(root.Config("meta_in_ports")?.Config("port_enum")),
            MetaOutputs = NodeSettings.Ports(root.Config("meta_out_ports")?.Config("port_enum")),
        };
    }

    private Node ReadNode(string folder, string parentPath, int id, SettingsConfig item, int depth)
    {
        var idPath = parentPath.Length == 0 ? $"{id}" : $"{parentPath}:{id}";
        var file = item.Text("node_settings_file") ?? item.Text("nodeSettingsFile") ?? "";
        var settingsPath = BundlePaths.Resolve(folder, file);
        var nodeFolder = settingsPath[..Math.Max(0, settingsPath.LastIndexOf('/'))];
        var bounds = NodeSettings.BoundsOf(item.Config("ui_settings"));
        var kind = item.Text("node_type") switch
        {
            "MetaNode" => NodeKind.Metanode,
            "SubNode" => NodeKind.Component,
            null when item.Boolean("node_is_meta") == true => NodeKind.Metanode,
            _ => NodeKind.Native,
        };
        var folderName = NameOfFolder(nodeFolder);
        if (kind == NodeKind.Metanode)
        {
            return ReadMetanode(idPath, id, nodeFolder, folderName, bounds, depth);
        }
        var settings = SettingsOf(settingsPath, nodeFolder);
        if (settings is null)
        {
            diagnostics.Add(
                new Diagnostic(
                    DiagnosticKinds.MissingSettings,
                    $"The settings of node {idPath} ({folderName}) are not there.",
                    settingsPath
                )
            );
        }
        FindSecrets(settings ?? SettingsConfig.Empty, idPath, "");
        var isLocked = kind == NodeKind.Component && IsLocked(nodeFolder);
        return new Node
        {
            Path = idPath,
            Id = id,
            Kind = kind,
            Name = FirstOf(settings?.Text("node-name"), settings?.Text("name"), folderName),
            Annotation = settings is null ? null : NodeSettings.Annotation(settings),
            Factory = FirstOf(settings?.Text("factory"), item.Text("factory"), ""),
            Variant = NodeSettings.Variant(settings?.Config("factory_settings")),
            State = settings?.Text("state") ?? "",
            HasSettings = settings is not null,
            IsLocked = isLocked,
            Settings = settings ?? SettingsConfig.Empty,
            Variables = settings is null ? [] : NodeSettings.Variables(settings),
            VariableSettings = settings is null ? [] : VariableSetting.In(settings),
            Inputs = NodeSettings.Ports(settings?.Config("inports")),
            Outputs = NodeSettings.Ports(
                kind == NodeKind.Component
                    ? settings?.Config("outports")
                    : settings?.Config("ports")
            ),
            Bounds = bounds,
            Folder = nodeFolder,
            Inner =
                kind == NodeKind.Component && !isLocked
                    ? Inner(nodeFolder, idPath, folderName, depth)
                    : null,
        };
    }

    private Node ReadMetanode(
        string idPath,
        int id,
        string folder,
        string name,
        Bounds bounds,
        int depth
    )
    {
        var isLocked = IsLocked(folder);
        var root = isLocked ? null : InnerFile(folder, idPath, depth);
        var inner = root is null ? null : ReadWorkflow(folder, idPath, name, root, depth + 1);
        return new Node
        {
            Path = idPath,
            Id = id,
            Kind = NodeKind.Metanode,
            Name = FirstOf(root?.Text("name"), name),
            Annotation = root is null ? null : NodeSettings.Annotation(root),
            State = root?.Text("state") ?? "",
            IsLocked = isLocked,
            HasSettings = root is not null,
            Inputs = inner?.MetaInputs ?? [],
            Outputs = inner?.MetaOutputs ?? [],
            Bounds = bounds,
            Folder = folder,
            Inner = inner,
        };
    }

    private Workflow? Inner(string folder, string idPath, string name, int depth) =>
        InnerFile(folder, idPath, depth) is { } root
            ? ReadWorkflow(folder, idPath, name, root, depth + 1)
            : null;

    private SettingsConfig? InnerFile(string folder, string idPath, int depth)
    {
        var path = $"{folder}/{WorkflowFile}";
        if (depth >= MaxDepth)
        {
            throw SafeXml.Invalid(path, "components are nested too deeply");
        }
        if (files.Contains(path))
        {
            return ReadFile(path);
        }
        diagnostics.Add(
            new Diagnostic(
                DiagnosticKinds.MissingSettings,
                $"The inside of node {idPath} ({NameOfFolder(folder)}) is not there.",
                path
            )
        );
        return null;
    }

    /// <summary>The settings of a node. Files before KNIME 2.4 may keep them in the file that <c>node_file</c> names.</summary>
    private SettingsConfig? SettingsOf(string path, string folder)
    {
        if (path.Length == 0 || !files.Contains(path))
        {
            return null;
        }
        var settings = ReadFile(path);
        if (settings.Find("factory") is null && settings.Text("node_file") is { } other)
        {
            var more = BundlePaths.Resolve(folder, other);
            if (more != path && files.Contains(more))
            {
                var merged = new SettingsConfig(settings.Key);
                foreach (var each in ReadFile(more).Items.Concat(settings.Items))
                {
                    merged.Add(each);
                }
                return merged;
            }
        }
        return settings;
    }

    private bool IsLocked(string folder) =>
        files.Contains($"{folder}/{WorkflowFile}.encrypted")
        || files.Contains($"{folder}/settings.xml.encrypted");

    private void FindSecrets(SettingsConfig config, string node, string prefix)
    {
        foreach (var item in config.Items)
        {
            var key = prefix.Length == 0 ? item.Key : $"{prefix}/{item.Key}";
            if (item is SettingsConfig inner)
            {
                FindSecrets(inner, node, key);
            }
            else if (item is SettingsEntry { HasSecret: true })
            {
                secrets.Add(new Secret(node, key, EnvironmentName(node, item.Key)));
            }
        }
    }

    private static string EnvironmentName(string node, string key)
    {
        var letters = $"K2P_{node}_{key}".Select(letter =>
            char.IsAsciiLetterOrDigit(letter) ? char.ToUpperInvariant(letter) : '_'
        );
        return new string([.. letters]);
    }

    private static Annotation ReadAnnotation(SettingsConfig config)
    {
        var text = config.Text("text") ?? "";
        return new Annotation(
            config.Text("contentType") == "text/html" ? NodeSettings.PlainText(text) : text,
            new Bounds(
                config.Integer("x-coordinate") ?? 0,
                config.Integer("y-coordinate") ?? 0,
                config.Integer("width") ?? 0,
                config.Integer("height") ?? 0
            )
        );
    }

    private static string FirstOf(params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
        {
            if (!string.IsNullOrEmpty(text))
            {
                return text;
            }
        }
        return "";
    }

    /// <summary>The name in a node's folder: <c>CSV Reader (#1)</c> gives <c>CSV Reader</c>.</summary>
    private static string NameOfFolder(string folder)
    {
        var name = folder[(folder.LastIndexOf('/') + 1)..];
        var at = name.LastIndexOf(" (#", StringComparison.Ordinal);
        return at > 0 && name.EndsWith(')') ? name[..at] : name;
    }

    /// <summary><c>5.2.1.v202401291517</c> gives <c>5.2.1</c>.</summary>
    private static string ShortVersion(string? version) =>
        version is null
            ? ""
            : string.Join(
                '.',
                version.Split('.').TakeWhile(part => part.Length > 0 && part.All(char.IsAsciiDigit))
            );
}

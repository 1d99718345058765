using K2P.Bundles;
using K2P.Diagnostics;

namespace K2P.Workflows;

/// <summary>Reads a workflow with everything nested in it. It knows nothing of Python and changes nothing.</summary>
/// <remarks>
/// Written after <c>FileWorkflowPersistor</c>, <c>FileNativeNodeContainerPersistor</c> and
/// <c>FileSubNodeContainerPersistor</c> of KNIME: files before 2.10 say <c>node_is_meta</c> where later ones say
/// <c>node_type</c>, and only components have settings of their own beside their <c>workflow.knime</c>.
/// </remarks>
internal sealed class WorkflowReader(IBundleFiles files)
{
    private const string WorkflowFile = "workflow.knime";
    private const int MaxDepth = 1000;

    private readonly List<Diagnostic> diagnostics = [];
    private readonly SecretFinder secrets = new();
    private readonly HashSet<string> opened = new([WorkflowFile], StringComparer.OrdinalIgnoreCase);
    private WorkflowFormat format = WorkflowFormat.Of(SettingsConfig.Empty);

    /// <summary>Remarks on the files, such as settings that are not there.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => diagnostics;

    /// <summary>Every stored password that was met.</summary>
    public IReadOnlyList<Secret> Secrets => secrets.Found;

    /// <summary>The workflow at the root of the files.</summary>
    /// <param name="name">The name to give it.</param>
    /// <exception cref="BundleException">A file is missing, is no XML, or is not what KNIME writes.</exception>
    /// <exception cref="ConversionException">The format is too old.</exception>
    public Workflow Read(string name)
    {
        if (!files.Contains(WorkflowFile))
        {
            throw new BundleException(RefusalCode.MissingWorkflow, "There is no workflow.knime.");
        }
        var root = ReadFile(WorkflowFile);
        format = WorkflowFormat.Of(root);
        return ReadWorkflow("", "", name, root, depth: 0);
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
        var path = folder.Length == 0 ? WorkflowFile : $"{folder}/{WorkflowFile}";
        var nodes = new SortedDictionary<int, Node>();
        foreach (var item in root.Config("nodes")?.Configs ?? [])
        {
            var id =
                item.Integer("id")
                ?? throw SafeXml.Invalid(path, $"its node '{item.Key}' has no id");
            if (!nodes.TryAdd(id, ReadNode(folder, idPath, id, item, depth)))
            {
                throw SafeXml.Invalid(path, $"it holds two nodes with the id {id}");
            }
        }
        secrets.Search(root, idPath);
        return new Workflow
        {
            Name = name,
            CreatedBy = WorkflowFormat.CreatedBy(root),
            Variables = idPath.Length == 0 ? NodeSettings.WorkflowVariables(root) : [],
            Nodes = nodes,
            Connections = ReadConnections(root, nodes, idPath, path),
            Annotations =
            [
                .. (root.Config("annotations") ?? SettingsConfig.Empty).Configs.Select(
                    NodeSettings.TextBox
                ),
            ],
            MetaInputs = NodeSettings.Ports(root.Config("meta_in_ports")?.Config("port_enum")),
            MetaOutputs = NodeSettings.Ports(root.Config("meta_out_ports")?.Config("port_enum")),
        };
    }

    /// <summary>The wires. One that ends nowhere is left out, as in KNIME, and said.</summary>
    private List<Connection> ReadConnections(
        SettingsConfig root,
        SortedDictionary<int, Node> nodes,
        string idPath,
        string path
    )
    {
        var wires = new List<Connection>();
        foreach (var item in root.Config("connections")?.Configs ?? [])
        {
            if (
                item.Integer("sourceID") is { } source
                && item.Integer("destID") is { } target
                && IsThere(source)
                && IsThere(target)
            )
            {
                wires.Add(
                    new Connection(
                        source,
                        Port(source, item.Integer("sourcePort")),
                        target,
                        Port(target, item.Integer("destPort"))
                    )
                );
            }
            else
            {
                var (from, to) = (item.Text("sourceID") ?? "?", item.Text("destID") ?? "?");
                diagnostics.Add(
                    DiagnosticKinds.BrokenWire.With(
                        $"The wire from node {from} to node {to} has an end that is not there; it is left out."
                    ) with
                    {
                        Path = path,
                    }
                );
            }
        }
        return wires;

        bool IsThere(int id) => nodes.ContainsKey(id) || (id == -1 && idPath.Length > 0);

        int Port(int id, int? number) =>
            (number ?? 0)
            + (
                nodes.TryGetValue(id, out var node) && node.Kind == NodeKind.Native
                    ? format.PortShift
                    : 0
            );
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
        var settings = SettingsOf(settingsPath, nodeFolder, out var missing);
        if (missing is not null)
        {
            diagnostics.Add(
                new Diagnostic(
                    DiagnosticKinds.MissingSettings,
                    $"The settings of node {idPath} ({folderName}) are not there.",
                    missing
                )
            );
        }
        secrets.Search(settings, idPath);
        var isLocked = kind == NodeKind.Component && IsLocked(nodeFolder);
        return new Node
        {
            Path = idPath,
            Id = id,
            Kind = kind,
            Name = FirstOf(settings.Text("node-name"), settings.Text("name"), folderName),
            Annotation = NodeSettings.Annotation(settings),
            Factory = settings.Text("factory") ?? "",
            Variant = NodeSettings.Variant(settings.Config("factory_settings")),
            State = settings.Text("state") ?? "",
            HasSettings = missing is null,
            IsLocked = isLocked,
            Settings = settings,
            Variables = NodeSettings.Variables(settings.Config(format.Stack)),
            VariableSettings = VariableSetting.In(settings),
            // The ports of a component are counted without the one for flow variables.
            Inputs = NodeSettings.Ports(settings.Config("inports"), shift: 1),
            Outputs =
                kind == NodeKind.Component
                    ? NodeSettings.Ports(settings.Config("outports"), shift: 1)
                    : NodeSettings.Ports(settings.Config("ports"), format.PortShift),
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
            // A folder that two nodes name could be inside itself, or unfold to any number of nodes.
            return opened.Add(path)
                ? ReadFile(path)
                : throw SafeXml.Invalid(path, "it is the inside of two nodes");
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

    /// <summary>The settings of a node, from both files where the format has two.</summary>
    private SettingsConfig SettingsOf(string path, string folder, out string? missing)
    {
        missing = path;
        if (path.Length == 0 || !files.Contains(path))
        {
            return SettingsConfig.Empty;
        }
        missing = null;
        var settings = ReadFile(path);
        if (!format.HasNodeFiles || settings.Text("node_file") is not { } name)
        {
            return settings;
        }
        var other = BundlePaths.Resolve(folder, name);
        if (!files.Contains(other))
        {
            missing = other;
            return settings;
        }
        var both = new SettingsConfig(settings.Key);
        foreach (var item in ReadFile(other).Items.Concat(settings.Items))
        {
            both.Add(item);
        }
        return both;
    }

    private bool IsLocked(string folder) =>
        files.Contains($"{folder}/{WorkflowFile}.encrypted")
        || files.Contains($"{folder}/settings.xml.encrypted");

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
}

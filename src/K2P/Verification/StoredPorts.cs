using K2P.Graph;
using K2P.Workflows;

namespace K2P.Verification;

/// <summary>Where the tables of output ports lie in a workflow.</summary>
internal sealed class StoredPorts
{
    private readonly Dictionary<string, (Node Node, Scope Scope)> nodes = new(
        StringComparer.Ordinal
    );

    public StoredPorts(Scope root) => Add(root);

    /// <summary>The node of that path of ids.</summary>
    public Node? Find(string path) => nodes.TryGetValue(path, out var found) ? found.Node : null;

    /// <summary>The output ports that <c>settings.xml</c> lists: number, kind, folder.</summary>
    public static IReadOnlyList<(int Port, PortKind Kind, string Folder)> Outputs(Node node) =>
        [
            .. (node.Settings.Config("ports") ?? SettingsConfig.Empty)
                .Configs.Where(port => port.Integer("index") is not null)
                .Select(port => (port, Index: port.Integer("index")!.Value))
                .OrderBy(each => each.Index)
                .Select(each =>
                    (
                        each.Index,
                        NodeSettings.KindOf(each.port.Text("port_object_class")),
                        FolderOf(node, each.Index, each.port.Text("port_dir_location"))
                    )
                ),
        ];

    /// <summary>
    /// The folders that may hold the table that comes in at a port: that of the node which makes it, then those of the borders of
    /// metanodes and components on the way, nearest to the maker first.
    /// </summary>
    public IReadOnlyList<string> Sources(string path, int port)
    {
        if (!nodes.TryGetValue(path, out var target))
        {
            return [];
        }
        var scope = target.Scope;
        var folders = new List<string>();
        var wire = scope.Into(target.Node.Id, port);
        for (var steps = 0; wire is not null && steps < 10_000; steps++)
        {
            var from = new OutPort(wire.Source, wire.SourcePort);
            var node = scope.Workflow.Nodes.GetValueOrDefault(wire.Source);
            if (node is not null && node.Kind != NodeKind.Metanode)
            {
                folders.Insert(0, FolderOf(node, from.Port));
            }
            if (scope.Entrance(from) is { } entrance && scope.Parent is { } parent)
            {
                wire = parent.Into(scope.Container!.Id, entrance);
                scope = parent;
            }
            else if (
                node is { Kind: not NodeKind.Native }
                && scope.Inside(node) is { } inside
                && inside.Exit(from.Port) is { } exit
            )
            {
                wire = new Connection(exit.Node, exit.Port, Scope.Border, from.Port);
                scope = inside;
            }
            else
            {
                return folders;
            }
        }
        return folders;
    }

    private void Add(Scope scope)
    {
        foreach (var node in scope.Workflow.Nodes.Values)
        {
            nodes[node.Path] = (node, scope);
            if (scope.Inside(node) is { } inside)
            {
                Add(inside);
            }
        }
    }

    private static string FolderOf(Node node, int port, string? name = null)
    {
        name ??= Outputs(node).FirstOrDefault(each => each.Port == port).Folder;
        return
            name is { Length: > 0 } && name.StartsWith($"{node.Folder}/", StringComparison.Ordinal)
            ? name
            : $"{node.Folder}/{(string.IsNullOrEmpty(name) ? $"port_{port}" : name)}";
    }
}

using K2P.Graph;
using K2P.Python;
using K2P.Workflows;

namespace K2P.Output;

/// <summary>The names of a script's functions. All are given before any local variable gets its own, so that no local can hide one.</summary>
internal sealed class FunctionNames
{
    private readonly PyNames module = new();
    private readonly Dictionary<string, PyName> names = [];

    /// <param name="root">The top level of the workflow.</param>
    /// <param name="members">The ids of the graph's nodes.</param>
    public FunctionNames(Scope root, IEnumerable<int> members) => Add(root, members);

    /// <summary>The name of the function of a node or container.</summary>
    public PyName Of(Node node) => names[node.Path];

    /// <summary>The names inside a function; those of the folders are kept free for its keyword parameters.</summary>
    public PyNames Inside()
    {
        var scope = module.Child();
        scope.TryReserve("data_dir");
        scope.TryReserve("out_dir");
        return scope;
    }

    private void Add(Scope scope, IEnumerable<int> members)
    {
        foreach (var id in members)
        {
            var node = scope.Workflow.Nodes[id];
            if (node.IsBorder)
            {
                continue;
            }
            if (scope.Inside(node) is { } inside)
            {
                Add(inside, inside.Workflow.Nodes.Keys);
            }
            var wish =
                $"{PyNames.Slug(node.Annotation ?? "", PyNames.Slug(node.Name, "node"))}_{node.Path.Replace(':', '_')}";
            // The id stays whole, however long the annotation is.
            names[node.Path] = module.TryReserve(wish)
                ? new PyName(wish)
                : module.Unique(wish, "node");
        }
    }
}

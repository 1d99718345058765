using K2P.Nodes;
using K2P.Workflows;

namespace K2P.Graph;

/// <summary>The flow variables that a node sees, in KNIME's order: what was put on the stack last comes first.</summary>
/// <remarks>
/// <c>FlowObjectStack.getAvailableFlowVariables</c> after <c>merge</c>. A component's input keeps the order
/// (<c>VirtualSubNodeInputNodeModel.pushFlowVariables</c>), its output turns it round (<c>SubNodeContainer.setVirtualOutputIntoOutport</c>).
/// KNIME's own constants are left out.
/// </remarks>
internal static class VisibleVariables
{
    /// <summary>The names, each once.</summary>
    public static IReadOnlyList<string> Of(Scope scope, Node node) => Walk(scope, node.Id);

    /// <summary>A node's port on a level, whose stack is to be looked through.</summary>
    private readonly record struct Place(Scope Scope, OutPort Port);

    private static List<string> Walk(Scope scope, int id)
    {
        var found = new List<string>();
        var open = new Stack<Place>();
        var seen = new HashSet<Place>();
        Open(scope, id, open);
        while (open.Count > 0)
        {
            var place = open.Pop();
            if (seen.Add(place))
            {
                Visit(place, open, found);
            }
        }
        found.AddRange(OfWorkflow(scope));
        return [.. found.Distinct()];
    }

    /// <summary>Pushes the wires into a node so that the strongest is looked at first: the flow-variable port, then the last port.</summary>
    private static void Open(Scope scope, int id, Stack<Place> open)
    {
        var wires = scope.Into(id);
        foreach (
            var wire in wires
                .Where(wire => wire.TargetPort > 0)
                .Concat(wires.Where(wire => wire.TargetPort == 0))
        )
        {
            open.Push(new Place(scope, new OutPort(wire.Source, wire.SourcePort)));
        }
    }

    private static void Visit(Place place, Stack<Place> open, List<string> found)
    {
        var (scope, port) = place;
        if (port.Node == Scope.Border)
        {
            if (scope.Outside(port.Port) is { } outer)
            {
                open.Push(new Place(scope.Parent!, outer));
            }
            return;
        }
        if (!scope.Workflow.Nodes.TryGetValue(port.Node, out var node))
        {
            return;
        }
        if (node.IsComponentInput)
        {
            found.AddRange(HandedIn(scope, node));
            return;
        }
        if (scope.Inside(node) is not { } inside)
        {
            found.AddRange(node.Variables.Reverse().Select(variable => variable.Name));
            found.AddRange(NodeCatalog.Find(node)?.Makes(node).Classes.Keys ?? []);
            // What was made inside a block ends with it.
            Open(scope, (scope.Blocks.StartOf(node) ?? node).Id, open);
            return;
        }
        if (node.Kind == NodeKind.Metanode)
        {
            if (inside.Exit(port.Port) is { } exit)
            {
                open.Push(new Place(inside, exit));
            }
            return;
        }
        if (inside.Output is { } end)
        {
            found.AddRange(
                Walk(inside, end.Id)
                    .AsEnumerable()
                    .Reverse()
                    .Where(name => VariableFilter.Passes(end, name))
            );
        }
        Open(scope, node.Id, open);
    }

    private static IEnumerable<string> HandedIn(Scope scope, Node input) =>
        input.Variables.Count > 0
            ? input.Variables.Reverse().Select(variable => variable.Name)
            : Walk(scope.Parent!, scope.Container!.Id)
                .Where(name => VariableFilter.Passes(input, name))
                .Select(name => VariableFilter.PrefixOf(input) + name);

    private static IEnumerable<string> OfWorkflow(Scope scope)
    {
        var root = scope.VariableScope;
        return root.Container is null
            ? root.Workflow.Variables.Select(variable => variable.Name)
            : [];
    }
}

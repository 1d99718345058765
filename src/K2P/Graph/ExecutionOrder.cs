using K2P.Workflows;

namespace K2P.Graph;

/// <summary>Puts the nodes of one level into an order in which each comes after what it needs.</summary>
/// <remarks>Depth first from the smallest id, so that a chain of nodes stays together and a source stands right before its first use.</remarks>
internal static class ExecutionOrder
{
    /// <param name="scope">The level.</param>
    /// <param name="members">The ids to order, ascending.</param>
    /// <exception cref="CycleException">The wires form a cycle.</exception>
    public static IReadOnlyList<Node> Of(Scope scope, IEnumerable<int> members)
    {
        var order = new List<Node>();
        var isOpen = new Dictionary<int, bool>();
        var stack = new Stack<(int Id, int Next)>();
        foreach (var start in members)
        {
            stack.Push((start, 0));
            while (stack.Count > 0)
            {
                var (id, next) = stack.Pop();
                if (next == 0)
                {
                    if (isOpen.TryGetValue(id, out var open))
                    {
                        if (open)
                        {
                            throw new CycleException([
                                .. stack
                                    .Select(each => each.Id)
                                    .TakeWhile(each => each != id)
                                    .Append(id),
                            ]);
                        }
                        continue;
                    }
                    isOpen[id] = true;
                }
                var wires = scope.Into(id);
                while (next < wires.Count && !scope.Workflow.Nodes.ContainsKey(wires[next].Source))
                {
                    next++;
                }
                if (next < wires.Count)
                {
                    stack.Push((id, next + 1));
                    stack.Push((wires[next].Source, 0));
                }
                else
                {
                    isOpen[id] = false;
                    order.Add(scope.Workflow.Nodes[id]);
                }
            }
        }
        return order;
    }
}

/// <summary>The wires of a level form a cycle, which KNIME itself cannot run.</summary>
internal sealed class CycleException(IReadOnlyList<int> nodes)
    : Exception("The wires form a cycle.")
{
    /// <summary>The ids of the nodes on the cycle.</summary>
    public IReadOnlyList<int> Nodes { get; } = nodes;
}

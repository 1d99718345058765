namespace K2P.Graph;

/// <summary>Cuts the top level of a workflow into its weakly connected graphs, in order of their smallest node ids.</summary>
internal static class ConnectedGraphs
{
    /// <returns>The ids of the nodes of each graph, in ascending order.</returns>
    public static IReadOnlyList<IReadOnlyList<int>> Of(Scope root)
    {
        var nodes = root.Workflow.Nodes.Keys;
        var leader = nodes.ToDictionary(id => id, id => id);
        foreach (var wire in root.Workflow.Connections)
        {
            if (leader.ContainsKey(wire.Source) && leader.ContainsKey(wire.Target))
            {
                var (a, b) = (Find(wire.Source), Find(wire.Target));
                leader[Math.Max(a, b)] = Math.Min(a, b);
            }
        }
        return
        [
            .. nodes
                .GroupBy(Find)
                .OrderBy(group => group.Key)
                .Select(group => (IReadOnlyList<int>)[.. group.Order()]),
        ];

        int Find(int id)
        {
            while (leader[id] != id)
            {
                id = leader[id] = leader[leader[id]];
            }
            return id;
        }
    }
}

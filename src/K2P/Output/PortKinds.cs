using K2P.Graph;
using K2P.Nodes;
using K2P.Workflows;

namespace K2P.Output;

/// <summary>Says what a wire carries: the producer knows, else the consumers, else it is taken for a table.</summary>
internal static class PortKinds
{
    public static PortKind Of(Scope scope, OutPort from)
    {
        if (scope.Producer(from) is not { } producer)
        {
            return PortKind.Table;
        }
        if (producer.Port == 0 && producer.Node.Kind != NodeKind.Metanode)
        {
            return PortKind.Variable;
        }
        var known = Translation.OutputsOf(producer.Node);
        if (producer.Port >= 1 && producer.Port <= known.Count)
        {
            return known[producer.Port - 1];
        }
        return WantedByConsumers(scope, from) ?? PortKind.Table;
    }

    /// <summary>False for wires of flow variables, and for those that lead nowhere.</summary>
    public static bool CarriesData(Scope scope, Connection wire)
    {
        var isVariablePort =
            wire.TargetPort == 0
            && scope.Workflow.Nodes.TryGetValue(wire.Target, out var target)
            && target.Kind != NodeKind.Metanode;
        var from = new OutPort(wire.Source, wire.SourcePort);
        return !isVariablePort
            && scope.Producer(from) is not null
            && Of(scope, from) != PortKind.Variable;
    }

    private static PortKind? WantedByConsumers(Scope scope, OutPort from)
    {
        foreach (var wire in scope.From(from))
        {
            if (
                scope.Workflow.Nodes.TryGetValue(wire.Target, out var consumer)
                && NodeCatalog.Find(consumer) is { } translator
                && wire.TargetPort >= 1
                && wire.TargetPort <= translator.Info.Inputs.Count
            )
            {
                return translator.Info.Inputs[wire.TargetPort - 1];
            }
        }
        return null;
    }
}

using K2P.Diagnostics;
using K2P.Graph;
using K2P.Nodes;
using K2P.Python;
using K2P.Workflows;

namespace K2P.Output;

/// <summary>Makes a script of a connected graph: a function per node and container, and the calls that wire them.</summary>
/// <remarks>What depends on a stub is called last, so that everything else still runs.</remarks>
internal sealed class ScriptBuilder
{
    private readonly PyNames module = new PyNames();
    private readonly Dictionary<string, PyName> functionNames = [];
    private readonly List<Func<ScriptFunction>> functions = [];
    private readonly List<NodeReport> reports = [];

    private ScriptBuilder() { }

    /// <param name="root">The top level of the workflow.</param>
    /// <param name="id">The graph's id.</param>
    /// <param name="members">The ids of its nodes.</param>
    public static Script Build(Scope root, string id, IReadOnlyList<int> members)
    {
        var builder = new ScriptBuilder();
        builder.NameFunctions(root, members);
        var level = builder.BuildLevel(root, members, null, "");
        return new Script
        {
            Id = id,
            // Written at the end: what a container returns depends on who reads the variables made in it.
            Functions = [.. builder.functions.Select(write => write())],
            Steps = level.Steps,
            Variables = level.Variables,
            Nodes = builder.reports,
            Members = members,
            Root = root,
        };
    }

    /// <summary>All functions get their names before any local variable does, so that no local can hide one.</summary>
    private void NameFunctions(Scope scope, IEnumerable<int> members)
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
                NameFunctions(inside, inside.Workflow.Nodes.Keys);
            }
            var wish =
                $"{PyNames.Slug(node.Annotation ?? "", PyNames.Slug(node.Name, "node"))}_{node.Path.Replace(':', '_')}";
            // The id stays whole, however long the annotation is.
            functionNames[node.Path] = module.TryReserve(wish)
                ? new PyName(wish)
                : module.Unique(wish, "node");
        }
    }

    /// <summary>What a node or container adds to the script.</summary>
    private sealed record Part(
        ScriptStep? Step,
        List<Func<ScriptFunction>> Functions,
        List<NodeReport> Reports
    );

    private Level BuildLevel(Scope scope, IReadOnlyList<int> members, Level? outer, string place)
    {
        var order = Order(scope, members);
        var level = new Level(scope, FunctionScope(), order, outer);
        level.AddParameters();
        var clean = new List<Part>();
        var tainted = new List<Part>();
        foreach (var node in order.Where(node => !node.IsBorder))
        {
            var (functionsBefore, reportsBefore) = (functions.Count, reports.Count);
            var step = scope.Inside(node) is { } inside
                ? BuildContainer(level, node, inside, place)
                : BuildNode(level, node, place);
            var part = new Part(step, functions[functionsBefore..], reports[reportsBefore..]);
            functions.RemoveRange(functionsBefore, functions.Count - functionsBefore);
            reports.RemoveRange(reportsBefore, reports.Count - reportsBefore);
            (level.IsTainted(node) ? tainted : clean).Add(part);
        }
        foreach (var (step, ownFunctions, ownReports) in clean.Concat(tainted))
        {
            functions.AddRange(ownFunctions);
            reports.AddRange(ownReports);
            if (step is not null)
            {
                level.Steps.Add(step);
            }
        }
        return level;
    }

    private static IReadOnlyList<Node> Order(Scope scope, IReadOnlyList<int> members)
    {
        try
        {
            return ExecutionOrder.Of(scope, members);
        }
        catch (CycleException cycle)
        {
            var prefix = scope.Container is { } container ? $"{container.Path}:" : "";
            throw new ConversionException(
                DiagnosticKinds.Unsupported.With(
                    $"The wires form a cycle through the nodes {string.Join(", ", cycle.Nodes.Select(id => prefix + id))}."
                )
            );
        }
    }

    private ScriptStep? BuildNode(Level level, Node node, string place)
    {
        var own = FunctionScope();
        var inputs = level
            .DataInputs(node)
            .Select(input => new NodeInput(
                input.Port,
                input.Kind,
                own.Unique(level.NounOf(input.From), "table")
            ))
            .ToList();
        var translation = Translation.Of(
            node,
            inputs,
            own,
            level.UsedKinds(node),
            variable => FlowVariables.Find(level.Scope, node, variable),
            level.Passes
        );
        var name = functionNames[node.Path];
        var isSkipped = translation.Status == NodeStatus.Skipped;
        reports.Add(
            new NodeReport(
                translation,
                level.ReportInputs(node),
                isSkipped ? null : name,
                place.Length == 0
                    ? $"{node.Name} (#{node.Id})"
                    : $"{place}/{node.Name} (#{node.Id})"
            )
        );
        if (isSkipped)
        {
            return null;
        }
        var function = new ScriptFunction(name)
        {
            Positional = [.. inputs.Select(input => (input.Name, input.Kind))],
            Keywords = translation.Keywords,
            Returns = translation.Outputs,
            Docstring = translation.Docstring,
            Body = translation.Body,
            Path = node.Path,
        };
        functions.Add(() => function);
        if (translation.Status == NodeStatus.Manual)
        {
            level.Taint(node);
        }
        return level.Call(
            node,
            name,
            [.. translation.Outputs.Select((kind, i) => (node.FirstPort + i, kind))],
            translation.Keywords,
            translation.Results
        );
    }

    private ScriptStep BuildContainer(Level level, Node node, Scope inside, string place)
    {
        var label = $"{node.Name} (#{node.Id})";
        var inner = BuildLevel(
            inside,
            [.. inside.Workflow.Nodes.Keys],
            level,
            place.Length == 0 ? label : $"{place}/{label}"
        );
        level.Add(inner);
        var name = functionNames[node.Path];
        var exits = inner.Exits(node);
        var keywords = inner.Keywords();
        functions.Add(() => ContainerFunction(node, name, inner, exits));
        if (inner.HasTaint)
        {
            level.Taint(node);
        }
        return level.Call(
            node,
            name,
            [.. exits.Select(exit => (exit.Port, exit.Kind))],
            keywords,
            [PyNames.Slug(node.Name, "table")]
        );
    }

    private static ScriptFunction ContainerFunction(
        Node node,
        PyName name,
        Level inner,
        IReadOnlyList<(int Port, PortKind Kind, PyName Value)> exits
    )
    {
        var results = exits.Select(exit => (exit.Kind, Value: (PyExpression)exit.Value)).ToList();
        if (inner.HandedOut is { } variables)
        {
            results.Add((PortKind.Variable, variables));
        }
        var body = inner.Steps.Select(step => step.Statement).ToList();
        if (results.Count > 0)
        {
            body.Add(
                results.Count == 1
                    ? Py.Return(results[0].Value)
                    : Py.Return(PyExpression.Tuple([.. results.Select(result => result.Value)]))
            );
        }
        return new ScriptFunction(name)
        {
            Positional =
            [
                .. inner.Parameters.Select(parameter => (parameter.Name, parameter.Kind)),
            ],
            Keywords = inner.Keywords(),
            Returns = [.. results.Select(result => result.Kind)],
            Docstring =
                $"{(node.Kind == NodeKind.Component ? "Component" : "Metanode")} \"{node.Name}\" (node {node.Path}).",
            Body = body,
            Path = node.Path,
        };
    }

    /// <summary>The names of a function; the folders' names are kept free for its keyword parameters.</summary>
    private PyNames FunctionScope()
    {
        var scope = module.Child();
        scope.TryReserve("data_dir");
        scope.TryReserve("out_dir");
        return scope;
    }
}

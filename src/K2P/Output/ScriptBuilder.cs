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
    private readonly FunctionNames names;
    private readonly List<Func<ScriptFunction>> functions = [];
    private readonly List<NodeReport> reports = [];

    private ScriptBuilder(FunctionNames names) => this.names = names;

    /// <param name="root">The top level of the workflow.</param>
    /// <param name="id">The graph's id.</param>
    /// <param name="members">The ids of its nodes.</param>
    public static Script Build(Scope root, string id, IReadOnlyList<int> members)
    {
        var builder = new ScriptBuilder(new FunctionNames(root, members));
        var level = builder.BuildLevel(root, members, null, "");
        return new Script
        {
            Id = id,
            // Written at the end: what a container returns depends on who reads the variables made in it.
            Functions = [.. builder.functions.Select(write => write())],
            Steps = level.Steps,
            Variables = level.Variables.Parameters,
            Nodes = builder.reports,
            Members = members,
            Root = root,
        };
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
        var level = new Level(scope, names.Inside(), order, outer);
        level.AddParameters();
        level.Steps.AddRange(BuildUnits(level, scope.Blocks.Units(order), place));
        return level;
    }

    /// <summary>Builds units in the order in which they run; those that need a stub come last.</summary>
    private IReadOnlyList<ScriptStep> BuildUnits(
        Level level,
        IReadOnlyList<Unit> units,
        string place
    )
    {
        var clean = new List<Part>();
        var tainted = new List<Part>();
        foreach (var unit in units.Where(unit => !unit.Node.IsBorder))
        {
            var (functionsBefore, reportsBefore) = (functions.Count, reports.Count);
            var step = BuildUnit(level, unit, place);
            var part = new Part(step, functions[functionsBefore..], reports[reportsBefore..]);
            functions.RemoveRange(functionsBefore, functions.Count - functionsBefore);
            reports.RemoveRange(reportsBefore, reports.Count - reportsBefore);
            (level.IsTainted(unit) ? tainted : clean).Add(part);
        }
        var steps = new List<ScriptStep>();
        foreach (var (step, ownFunctions, ownReports) in clean.Concat(tainted))
        {
            functions.AddRange(ownFunctions);
            reports.AddRange(ownReports);
            if (step is not null)
            {
                steps.Add(step);
            }
        }
        return steps;
    }

    private ScriptStep? BuildUnit(Level level, Unit unit, string place) =>
        unit switch
        {
            { End: not null, Kind: BlockKind.Loop } => BuildLoop(level, unit, place),
            { End: not null } => BuildTry(level, unit, place),
            _ when level.Scope.Inside(unit.Node) is { } inside => BuildContainer(
                level,
                unit.Node,
                inside,
                place
            ),
            _ => BuildNode(level, unit.Node, place),
        };

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
        var translation = Translate(level, node, place);
        return translation.Status == NodeStatus.Skipped ? null : level.Call(CallOf(translation));
    }

    private NodeCall CallOf(NodeTranslation translation) =>
        NodeCall.Of(translation, names.Of(translation.Node));

    /// <summary>A loop: its start yields what each round works on, its end takes what all rounds gave.</summary>
    private ScriptStep BuildLoop(Level level, Unit unit, string place)
    {
        var loop = level.Loop(CallOf(Translate(level, unit.Node, place)));
        var body = BuildUnits(level, unit.Body, place);
        var (before, round, after) = level.Collect(CallOf(Translate(level, unit.End!, place)));
        return new ScriptStep(
            [.. unit.Nodes],
            () =>
                [.. before, loop([.. body.SelectMany(step => step.Statements), .. round]), after()]
        );
    }

    /// <summary>A part whose errors are caught: where one of its nodes fails, the node that closes it goes on with its other input.</summary>
    private ScriptStep BuildTry(Level level, Unit unit, string place)
    {
        var opening = BuildNode(level, unit.Node, place);
        var body = BuildUnits(level, unit.Body, place);
        var attempt = level.Try(CallOf(Translate(level, unit.End!, place)));
        return new ScriptStep(
            [.. unit.Nodes],
            () =>
                [
                    .. opening?.Statements ?? [],
                    .. attempt([.. body.SelectMany(step => step.Statements)]),
                ]
        );
    }

    /// <summary>Translates a node and adds its function and its report.</summary>
    private NodeTranslation Translate(Level level, Node node, string place)
    {
        var own = names.Inside();
        var isLoopEnd =
            level.Scope.Blocks.StartOf(node) is not null
            && BlockNodes.Closes(node) == BlockKind.Loop;
        var inputs = level
            .DataInputs(node)
            .Select(input => new NodeInput(
                input.Port,
                input.Kind,
                own.Unique(isLoopEnd ? "rounds" : level.NounOf(input.From), "table")
            ))
            .ToList();
        var settings = DialogSettings.Of(level.Scope, node);
        var translation = Translation.Of(
            node,
            settings,
            inputs,
            own,
            level.UsedKinds(node),
            new VariablesInReach(
                variable => settings.Find(level.Scope, node, variable),
                level.Variables.Passes,
                () => VisibleVariables.Of(level.Scope, node)
            )
        );
        var name = names.Of(node);
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
            return translation;
        }
        var function = new ScriptFunction(name)
        {
            Positional =
            [
                .. inputs.Select(input => new PyParameter(
                    input.Name,
                    isLoopEnd ? Py.Expr($"list") : PortTypes.Of(input.Kind)
                )),
            ],
            Keywords = translation.Keywords,
            Returns =
                BlockNodes.Opens(node) == BlockKind.Loop
                    ? Py.Expr($"Iterator")
                    : PortTypes.Of(translation.Outputs),
            Docstring = translation.Docstring,
            Body = translation.Body,
            Path = node.Path,
        };
        functions.Add(() => function);
        if (translation.Status == NodeStatus.Manual)
        {
            level.Taint(node);
        }
        return translation;
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
        level.Variables.Add(inner.Variables);
        var name = names.Of(node);
        var exits = inner.Exits(node);
        var keywords = inner.Keywords();
        functions.Add(() => ContainerFunction(node, name, inner, exits));
        if (inner.HasTaint)
        {
            level.Taint(node);
        }
        return level.Call(
            new NodeCall(
                node,
                name,
                [.. exits.Select(exit => (exit.Port, exit.Kind))],
                // What the user enters in a component's dialog ends there: its function has the default.
                [
                    .. keywords.Where(keyword =>
                        keyword.Label is null || node.Kind == NodeKind.Metanode
                    ),
                ],
                [PyNames.Slug(node.Name, "table")]
            )
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
        if (inner.Variables.HandedOut is { } variables)
        {
            results.Add((PortKind.Variable, variables));
        }
        var body = inner.Steps.SelectMany(step => step.Statements).ToList();
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
                .. inner.Parameters.Select(parameter => new PyParameter(
                    parameter.Name,
                    PortTypes.Of(parameter.Kind)
                )),
            ],
            Keywords = inner.Keywords(),
            Returns = PortTypes.Of([.. results.Select(result => result.Kind)]),
            Docstring =
                $"{(node.Kind == NodeKind.Component ? "Component" : "Metanode")} \"{node.Name}\" (node {node.Path}).",
            Body = body,
            Path = node.Path,
        };
    }
}

using K2P.Graph;
using K2P.Nodes;
using K2P.Python;
using K2P.Workflows;

namespace K2P.Output;

/// <summary>One level of the workflow while its calls are written: the local names, and what depends on a stub.</summary>
/// <param name="scope">The level.</param>
/// <param name="locals">The names of the function that the level becomes.</param>
/// <param name="order">Its nodes, each behind what it needs.</param>
/// <param name="outer">The level that holds the container; null for the root.</param>
internal sealed class Level(Scope scope, PyNames locals, IReadOnlyList<Node> order, Level? outer)
{
    private readonly Dictionary<OutPort, PyName> values = [];
    private readonly Dictionary<OutPort, string> nouns = [];
    private readonly HashSet<int> tainted = [];
    private readonly HashSet<PyName> consumed = [];
    private readonly HashSet<OutPort> used = UsedPorts(scope, order);
    private readonly SortedSet<string> folders = new(StringComparer.Ordinal);
    private readonly Dictionary<int, OutPort> dictionaries = [];
    private readonly List<KeywordParameter> variables = [];
    private readonly Dictionary<int, Level> inside = [];
    private readonly Dictionary<int, PyName> handedOver = [];
    private readonly Dictionary<string, (VariableOrigin Origin, PyExpression Value)> handedOut = [];

    /// <summary>The level.</summary>
    public Scope Scope => scope;

    /// <summary>The calls in the order in which they run.</summary>
    public List<ScriptStep> Steps { get; } = [];

    /// <summary>The container's parameters: port, name, kind.</summary>
    public List<(int Port, PyName Name, PortKind Kind)> Parameters { get; } = [];

    /// <summary>True where something on this level, at any depth, is a stub.</summary>
    public bool HasTaint => tainted.Count > 0;

    /// <summary>Adds the parameters of the container's function, one per connected input that carries data.</summary>
    public void AddParameters()
    {
        if (outer is null)
        {
            return;
        }
        foreach (var wire in outer.DataWires(scope.Container!))
        {
            var from = new OutPort(wire.Source, wire.SourcePort);
            var name = locals.Unique(outer.NounOf(from), "table");
            Parameters.Add((wire.TargetPort, name, PortKinds.Of(outer.Scope, from)));
        }
    }

    /// <summary>Marks a node as a stub, or as holding one.</summary>
    public void Taint(Node node) => tainted.Add(node.Id);

    /// <summary>True where a node of the unit is a stub, holds one, or needs one; then all of them count as such. Asked in execution order.</summary>
    public bool IsTainted(Unit unit)
    {
        var isTainted = unit.Nodes.Any(node =>
            tainted.Contains(node.Id)
            || scope.Into(node.Id).Any(wire => tainted.Contains(wire.Source))
        );
        if (isTainted)
        {
            tainted.UnionWith(unit.Nodes.Select(node => node.Id));
        }
        return isTainted;
    }

    /// <summary>The connected inputs that carry data, in port order.</summary>
    public IReadOnlyList<(int Port, PortKind Kind, OutPort From)> DataInputs(Node node) =>
        [
            .. DataWires(node)
                .Select(wire => (wire.TargetPort, new OutPort(wire.Source, wire.SourcePort)))
                .Select(input => (input.TargetPort, PortKinds.Of(scope, input.Item2), input.Item2)),
        ];

    /// <summary>The node's connected inputs with their producers, flow variables included, in port order.</summary>
    public IReadOnlyList<ReportInput> ReportInputs(Node node)
    {
        var found = new List<ReportInput>();
        foreach (var wire in scope.Into(node.Id))
        {
            var from = new OutPort(wire.Source, wire.SourcePort);
            if (scope.Producer(from) is { } producer)
            {
                var kind = wire.TargetPort == 0 ? PortKind.Variable : PortKinds.Of(scope, from);
                found.Add(
                    new ReportInput(wire.TargetPort, kind, producer.Node.Path, producer.Port)
                );
            }
        }
        return found;
    }

    /// <summary>The kinds of a node's output ports, from port 1 to the last one that something is connected to.</summary>
    public IReadOnlyList<PortKind> UsedKinds(Node node)
    {
        var first = node.FirstPort;
        var last = used.Where(port => port.Node == node.Id)
            .Select(port => port.Port)
            .DefaultIfEmpty(first - 1)
            .Max();
        return
        [
            .. Enumerable
                .Range(first, last - first + 1)
                .Select(port => PortKinds.Of(scope, new OutPort(node.Id, port))),
        ];
    }

    /// <summary>The outputs of the container: port, kind and local value.</summary>
    public IReadOnlyList<(int Port, PortKind Kind, PyName Value)> Exits(Node container)
    {
        var exits = new List<(int, PortKind, PyName)>();
        foreach (var port in scope.ExitPorts())
        {
            if (
                (port > 0 || container.Kind == NodeKind.Metanode)
                && scope.Exit(port) is { } from
                && scope.Producer(from) is not null
                && PortKinds.Of(scope, from) is var kind and not PortKind.Variable
            )
            {
                exits.Add((port, kind, ValueOf(from)));
            }
        }
        return exits;
    }

    /// <summary>The keyword parameters of the container's function: the folders that something on this level reads or writes, and the flow variables from outside.</summary>
    public IReadOnlyList<KeywordParameter> Keywords() =>
        [
            .. folders.Select(folder => new KeywordParameter(
                new PyName(folder),
                Py.Expr($"Path"),
                null
            )),
            .. variables,
        ];

    /// <summary>The parameters for flow variables that come from outside this level: of <c>main()</c> on the root.</summary>
    public IReadOnlyList<KeywordParameter> Variables => variables;

    /// <summary>Makes a container's level known, so that the variables made in it can be asked for.</summary>
    public void Add(Level container) => inside.Add(container.Scope.Container!.Id, container);

    /// <summary>The variables that something outside of this container reads, by the names under which its function returns them; null where nothing does.</summary>
    public PyExpression? HandedOut =>
        handedOut.Count == 0
            ? null
            : PyExpression.Dict(
                handedOut.Select(each => KeyValuePair.Create(each.Key, each.Value.Value))
            );

    /// <summary>True where the code hands the variable on to this level; else the last run's value is all there is.</summary>
    public bool Passes(VariableOrigin origin) =>
        origin.Scope == scope
            ? origin.Producer is null
                || (origin.Setting is null && dictionaries.ContainsKey(origin.Producer.Id))
        : Inside(origin) is { } inner ? inner.Passes(origin)
        : outer is not null && outer.Passes(origin);

    /// <summary>The value of a flow variable on this level.</summary>
    private PyExpression VariableValue(KeywordParameter keyword)
    {
        var origin = keyword.Variable!;
        if (Inside(origin) is not null || (origin.Scope == scope && origin.Producer is not null))
        {
            return Made(origin);
        }
        var known = variables.FirstOrDefault(each => each.Variable == origin);
        if (known is null)
        {
            known = keyword with { Name = locals.Unique(origin.Name, "variable") };
            variables.Add(known);
        }
        return known.Name;
    }

    /// <summary>Makes a parameter of a node a parameter of this level.</summary>
    private PyExpression Lift(KeywordParameter keyword)
    {
        var own = keyword with { Name = locals.Unique(keyword.Name.Text, "value") };
        variables.Add(own);
        return own.Name;
    }

    /// <summary>The value of a variable that a node of this level, or inside one of its containers, makes.</summary>
    private PyExpression Made(VariableOrigin origin)
    {
        if (Inside(origin) is { } inner)
        {
            var container = inner.Scope.Container!;
            if (!handedOver.TryGetValue(container.Id, out var variablesOf))
            {
                handedOver[container.Id] = variablesOf = LocalFor(
                    $"{container.Name} variables",
                    container
                );
            }
            return Py.Expr($"{variablesOf}[{inner.HandOut(origin)}]");
        }
        var producer = origin.Producer!;
        var port = dictionaries[producer.Id];
        if (!values.ContainsKey(port))
        {
            values[port] = LocalFor(nouns[port], producer);
        }
        return Py.Expr($"{ValueOf(port)}[{origin.Name}]");
    }

    private string HandOut(VariableOrigin origin)
    {
        var key = origin.Name;
        while (handedOut.TryGetValue(key, out var known) && known.Origin != origin)
        {
            key = $"{key} ({origin.Producer!.Path})";
        }
        handedOut.TryAdd(key, (origin, Made(origin)));
        return key;
    }

    /// <summary>The level of the container of this level in which the variable was made, at any depth.</summary>
    private Level? Inside(VariableOrigin origin)
    {
        for (var each = origin.Scope; each.Parent is not null; each = each.Parent)
        {
            if (each.Parent == scope)
            {
                return inside.GetValueOrDefault(each.Container!.Id);
            }
        }
        return null;
    }

    /// <summary>The call of a function, with names for those of its outputs that something uses.</summary>
    /// <param name="node">The node or container.</param>
    /// <param name="function">Its function.</param>
    /// <param name="outputs">What it returns: port and kind.</param>
    /// <param name="keywords">Its keyword parameters; folders are passed on, and variables that the code knows.</param>
    /// <param name="results">The nouns for its outputs.</param>
    public ScriptStep Call(
        Node node,
        PyName function,
        IReadOnlyList<(int Port, PortKind Kind)> outputs,
        IReadOnlyList<KeywordParameter> keywords,
        IReadOnlyList<string> results
    )
    {
        var call = Py.Expr($"{function}({Arguments(node, keywords)})");
        var ports = Results(node, outputs, results);
        return new ScriptStep([node], () => [Assignment(call, ports, node)]);
    }

    /// <summary>Opens a loop over what a function yields: the node's outputs of a round, and the round's flow variables behind them.</summary>
    /// <returns>Writes the loop around its body.</returns>
    /// <inheritdoc cref="Call"/>
    public Func<IReadOnlyList<PyStatement>, PyStatement> Loop(
        Node node,
        PyName function,
        IReadOnlyList<(int Port, PortKind Kind)> outputs,
        IReadOnlyList<KeywordParameter> keywords,
        IReadOnlyList<string> results
    )
    {
        var call = Py.Expr($"{function}({Arguments(node, keywords)})");
        var ports = Results(node, [.. outputs, (RoundVariables, PortKind.Variable)], results);
        nouns[ports[^1]] = "variables";
        dictionaries[node.Id] = ports[^1];
        return body => Py.For($"{Targets([.. ports.Select(Target)])} in {call}", body);
    }

    /// <summary>Collects what reaches the node that closes a loop, and calls its function with the lists.</summary>
    /// <returns>The lists before the loop, what each round adds to them, and the call behind the loop.</returns>
    /// <inheritdoc cref="Call"/>
    public (
        IReadOnlyList<PyStatement> Before,
        IReadOnlyList<PyStatement> Round,
        Func<PyStatement> After
    ) Collect(
        Node node,
        PyName function,
        IReadOnlyList<(int Port, PortKind Kind)> outputs,
        IReadOnlyList<KeywordParameter> keywords,
        IReadOnlyList<string> results
    )
    {
        var before = new List<PyStatement>();
        var round = new List<PyStatement>();
        var passed = new PyArguments();
        foreach (var input in DataInputs(node))
        {
            passed.Add(List(ValueOf(input.From)));
        }
        var perRound = keywords.Where(keyword => keyword.IsPerRound).ToList();
        foreach (var keyword in perRound)
        {
            passed.Add(
                keyword.Name.Text,
                keyword.Variable is { } origin && Passes(origin)
                    ? List(VariableValue(keyword))
                    : Py.Expr($"[]")
            );
        }
        AddKeywords(passed, [.. keywords.Except(perRound)]);
        var call = Py.Expr($"{function}({passed})");
        var ports = Results(node, outputs, results);
        return (before, round, () => Assignment(call, ports, node));

        PyName List(PyExpression value)
        {
            var rounds = locals.Unique("rounds", "rounds");
            before.Add(Py.Assign(rounds, $"[]"));
            round.Add(Py.Do($"{rounds}.append({value})"));
            return rounds;
        }
    }

    /// <summary>Runs what a block tries, and calls the function of the node that catches its errors with what came of it: the value, or <c>None</c>.</summary>
    /// <returns>Writes the block and the call behind it.</returns>
    /// <inheritdoc cref="Call"/>
    public Func<IReadOnlyList<PyStatement>, IReadOnlyList<PyStatement>> Try(
        Node node,
        PyName function,
        IReadOnlyList<(int Port, PortKind Kind)> outputs,
        IReadOnlyList<KeywordParameter> keywords,
        IReadOnlyList<string> results
    )
    {
        var attempt = locals.Unique("attempt", "attempt");
        var tried = Py.None;
        var passed = new PyArguments();
        foreach (var input in DataInputs(node))
        {
            if (input.Port == node.FirstPort)
            {
                tried = ValueOf(input.From);
                passed.Add(attempt);
            }
            else
            {
                passed.Add(ValueOf(input.From));
            }
        }
        AddKeywords(passed, keywords);
        var call = Py.Expr($"{function}({passed})");
        var ports = Results(node, outputs, results);
        return body =>
            [
                Py.Try(
                    [.. body, Py.Assign(attempt, tried)],
                    Py.Except($"NotImplementedError", [Py.Do($"raise")]),
                    Py.Except($"Exception", [Py.Assign(attempt, Py.None)])
                ),
                Assignment(call, ports, node),
            ];
    }

    /// <summary>The number that stands for the flow variables of a round among a loop's outputs.</summary>
    private const int RoundVariables = int.MaxValue;

    private PyArguments Arguments(Node node, IReadOnlyList<KeywordParameter> keywords)
    {
        var passed = new PyArguments();
        foreach (var input in DataInputs(node))
        {
            passed.Add(ValueOf(input.From));
        }
        AddKeywords(passed, keywords);
        return passed;
    }

    private void AddKeywords(PyArguments passed, IReadOnlyList<KeywordParameter> keywords)
    {
        foreach (var keyword in keywords)
        {
            if (keyword.Label is not null)
            {
                passed.Add(keyword.Name.Text, Lift(keyword));
            }
            else if (!keyword.IsVariable)
            {
                folders.Add(keyword.Name.Text);
                passed.Add(keyword.Name.Text, Py.Expr($"{keyword.Name}"));
            }
            else if (keyword.Variable is { } origin && Passes(origin))
            {
                passed.Add(keyword.Name.Text, VariableValue(keyword));
            }
        }
    }

    private List<OutPort> Results(
        Node node,
        IReadOnlyList<(int Port, PortKind Kind)> outputs,
        IReadOnlyList<string> results
    )
    {
        var ports = new List<OutPort>();
        for (var i = 0; i < outputs.Count; i++)
        {
            var port = new OutPort(node.Id, outputs[i].Port);
            ports.Add(port);
            nouns[port] =
                results.Count > i && results.Count > 1 ? results[i]
                : i == 0 ? results[0]
                : $"{results[0]}_{port.Port}";
            if (used.Contains(port))
            {
                values[port] = LocalFor(nouns[port], node);
            }
            if (outputs[i].Kind == PortKind.Variable)
            {
                dictionaries.TryAdd(node.Id, port);
            }
        }
        return ports;
    }

    /// <summary>Written when the level is complete: what only a skipped node takes is not assigned.</summary>
    private PyStatement Assignment(PyExpression call, IReadOnlyList<OutPort> ports, Node node)
    {
        var targets = ports.Select(Target).ToList();
        if (handedOver.TryGetValue(node.Id, out var variablesOf))
        {
            targets.Add(variablesOf);
        }
        return targets.All(target => target is null)
            ? Py.Do($"{call}")
            : Py.Assign(Targets(targets), $"{call}");
    }

    private PyName? Target(OutPort port) =>
        values.TryGetValue(port, out var name) && consumed.Contains(name) ? name : null;

    private static PyExpression Targets(IReadOnlyList<PyName?> names) =>
        names.Count == 1
            ? names[0] ?? new PyName("_")
            : PyExpression.Tuple([
                .. names.Select(name => (PyExpression)(name ?? new PyName("_"))),
            ]);

    private PyName LocalFor(string noun, Node node) =>
        locals.TryReserve(PyNames.Slug(noun, "table"))
            ? new PyName(PyNames.Slug(noun, "table"))
            : locals.Unique($"{PyNames.Slug(noun, "table")}_{node.Id}", "table");

    /// <summary>The noun for a value, for the parameter of the function that takes it.</summary>
    public string NounOf(OutPort from) =>
        scope.Entrance(from) is not null
            ? ValueOf(from).Text
            : nouns.GetValueOrDefault(from, "table");

    private PyName ValueOf(OutPort from)
    {
        var name = scope.Entrance(from) is { } port
            ? Parameters.First(parameter => parameter.Port == port).Name
            : values[from];
        consumed.Add(name);
        return name;
    }

    private IEnumerable<Connection> DataWires(Node node) =>
        scope.Into(node.Id).Where(wire => CarriesData(scope, wire));

    private static HashSet<OutPort> UsedPorts(Scope scope, IReadOnlyList<Node> order)
    {
        IEnumerable<int> targets = [.. order.Select(node => node.Id), Scope.Border];
        return
        [
            .. targets
                .SelectMany(scope.Into)
                .Where(wire => CarriesData(scope, wire))
                .Select(wire => new OutPort(wire.Source, wire.SourcePort)),
        ];
    }

    private static bool CarriesData(Scope scope, Connection wire)
    {
        var isVariablePort =
            wire.TargetPort == 0
            && scope.Workflow.Nodes.TryGetValue(wire.Target, out var target)
            && target.Kind != NodeKind.Metanode;
        var from = new OutPort(wire.Source, wire.SourcePort);
        return !isVariablePort
            && scope.Producer(from) is not null
            && PortKinds.Of(scope, from) != PortKind.Variable;
    }
}

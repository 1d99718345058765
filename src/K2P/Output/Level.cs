using K2P.Graph;
using K2P.Nodes;
using K2P.Python;
using K2P.Workflows;

namespace K2P.Output;

/// <summary>One level of the workflow while its calls are written: what is wired to what, and what depends on a stub.</summary>
internal sealed class Level
{
    /// <summary>The number that stands for the flow variables of a round among a loop's outputs.</summary>
    private const int RoundVariables = int.MaxValue;

    private readonly Scope scope;
    private readonly PyNames locals;
    private readonly Level? outer;
    private readonly LevelValues values;
    private readonly HashSet<int> tainted = [];
    private readonly HashSet<OutPort> used;
    private readonly SortedSet<string> folders = new(StringComparer.Ordinal);

    /// <param name="scope">The level.</param>
    /// <param name="locals">The names of the function that the level becomes.</param>
    /// <param name="order">Its nodes, each behind what it needs.</param>
    /// <param name="outer">The level that holds the container; null for the root.</param>
    public Level(Scope scope, PyNames locals, IReadOnlyList<Node> order, Level? outer)
    {
        this.scope = scope;
        this.locals = locals;
        this.outer = outer;
        values = new LevelValues(scope, locals);
        used = UsedPorts(scope, order);
        Variables = new LevelVariables(scope, locals, values, outer?.Variables);
    }

    /// <summary>The flow variables of the level.</summary>
    public LevelVariables Variables { get; }

    /// <summary>The level.</summary>
    public Scope Scope => scope;

    /// <summary>The calls in the order in which they run.</summary>
    public List<ScriptStep> Steps { get; } = [];

    /// <summary>The container's parameters: port, name, kind.</summary>
    public IReadOnlyList<(int Port, PyName Name, PortKind Kind)> Parameters => values.Parameters;

    /// <summary>True where something on this level, at any depth, is a stub.</summary>
    public bool HasTaint => tainted.Count > 0;

    /// <summary>Adds the parameters of the container's function, one per connected input that carries data.</summary>
    public void AddParameters()
    {
        if (outer is null)
        {
            return;
        }
        foreach (var (port, kind, from) in outer.DataInputs(scope.Container!))
        {
            values.AddParameter(port, outer.NounOf(from), kind);
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
            .. scope
                .Into(node.Id)
                .Where(wire => PortKinds.CarriesData(scope, wire))
                .Select(wire => (wire.TargetPort, From: new OutPort(wire.Source, wire.SourcePort)))
                .Select(input => (input.TargetPort, PortKinds.Of(scope, input.From), input.From)),
        ];

    /// <summary>The noun for a value, for the parameter of the function that takes it.</summary>
    public string NounOf(OutPort from) => values.NounOf(from);

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
                exits.Add((port, kind, values.Take(from)));
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
            .. Variables.Parameters,
        ];

    /// <summary>The call of a function, with names for those of its outputs that something uses.</summary>
    public ScriptStep Call(NodeCall call)
    {
        var code = Code(call, [.. DataInputs(call.Node).Select(input => values.Take(input.From))]);
        var ports = Results(call);
        return new ScriptStep([call.Node], () => [Assignment(code, ports, call.Node)]);
    }

    /// <summary>Opens a loop over what a function yields: the node's outputs of a round, and the round's flow variables behind them.</summary>
    /// <returns>Writes the loop around its body.</returns>
    public Func<IReadOnlyList<PyStatement>, PyStatement> Loop(NodeCall call)
    {
        var code = Code(call, [.. DataInputs(call.Node).Select(input => values.Take(input.From))]);
        var round = new OutPort(call.Node.Id, RoundVariables);
        Variables.Makes(call.Node, round);
        List<OutPort> ports = [.. Results(call), round];
        values.Name(round, "variables");
        return body => Py.For($"{Targets([.. ports.Select(values.Target)])} in {code}", body);
    }

    /// <summary>Collects what reaches the node that closes a loop, and calls its function with the lists.</summary>
    /// <returns>The lists before the loop, what each round adds to them, and the call behind the loop.</returns>
    public (
        IReadOnlyList<PyStatement> Before,
        IReadOnlyList<PyStatement> Round,
        Func<PyStatement> After
    ) Collect(NodeCall call)
    {
        var before = new List<PyStatement>();
        var round = new List<PyStatement>();
        var lists = new List<PyName>();
        foreach (var input in DataInputs(call.Node))
        {
            var rounds = locals.Unique("rounds", "rounds");
            before.Add(Py.Assign(rounds, $"[]"));
            round.Add(Py.Do($"{rounds}.append({values.Take(input.From)})"));
            lists.Add(rounds);
        }
        var code = Code(call, lists);
        var ports = Results(call);
        return (before, round, () => Assignment(code, ports, call.Node));
    }

    /// <summary>Runs what a block tries, and calls the function of the node that catches its errors with what came of it: the value, or <c>None</c>.</summary>
    /// <returns>Writes the block and the call behind it.</returns>
    public Func<IReadOnlyList<PyStatement>, IReadOnlyList<PyStatement>> Try(NodeCall call)
    {
        var attempt = locals.Unique("attempt", "attempt");
        var tried = Py.None;
        var passed = new List<PyName>();
        foreach (var input in DataInputs(call.Node))
        {
            var value = values.Take(input.From);
            var isTried = input.Port == call.Node.FirstPort;
            tried = isTried ? value : tried;
            passed.Add(isTried ? attempt : value);
        }
        var code = Code(call, passed);
        var ports = Results(call);
        return body =>
            [
                Py.Try(
                    [.. body, Py.Assign(attempt, tried)],
                    Py.Except($"NotImplementedError", [Py.Do($"raise")]),
                    Py.Except($"Exception", [Py.Assign(attempt, Py.None)])
                ),
                Assignment(code, ports, call.Node),
            ];
    }

    private PyExpression Code(NodeCall call, IReadOnlyList<PyName> inputs)
    {
        var passed = new PyArguments();
        foreach (var input in inputs)
        {
            passed.Add(input);
        }
        foreach (var keyword in call.Keywords)
        {
            if (keyword.Label is not null)
            {
                passed.Add(keyword.Name.Text, Variables.Lift(keyword));
            }
            else if (!keyword.IsVariable)
            {
                folders.Add(keyword.Name.Text);
                passed.Add(keyword.Name.Text, Py.Expr($"{keyword.Name}"));
            }
            else if (keyword.Variable is { } origin && Variables.Passes(origin))
            {
                passed.Add(keyword.Name.Text, Variables.ValueOf(keyword));
            }
        }
        return Py.Expr($"{call.Function}({passed})");
    }

    /// <summary>Names what the call returns, as far as something uses it.</summary>
    private List<OutPort> Results(NodeCall call)
    {
        var ports = new List<OutPort>();
        for (var i = 0; i < call.Outputs.Count; i++)
        {
            var port = new OutPort(call.Node.Id, call.Outputs[i].Port);
            ports.Add(port);
            values.Name(port, call.NounOf(i));
            if (used.Contains(port))
            {
                values.Assign(port, call.Node);
            }
            if (call.Outputs[i].Kind == PortKind.Variable)
            {
                Variables.Makes(call.Node, port);
            }
        }
        return ports;
    }

    /// <summary>Written when the level is complete: what only a skipped node takes is not assigned.</summary>
    private PyStatement Assignment(PyExpression call, IReadOnlyList<OutPort> ports, Node node)
    {
        var targets = ports.Select(values.Target).ToList();
        if (Variables.HandedOver(node) is { } variablesOf)
        {
            targets.Add(variablesOf);
        }
        return targets.All(target => target is null)
            ? Py.Do($"{call}")
            : Py.Assign(Targets(targets), $"{call}");
    }

    private static PyExpression Targets(IReadOnlyList<PyName?> names) =>
        names.Count == 1
            ? names[0] ?? new PyName("_")
            : PyExpression.Tuple([
                .. names.Select(name => (PyExpression)(name ?? new PyName("_"))),
            ]);

    private static HashSet<OutPort> UsedPorts(Scope scope, IReadOnlyList<Node> order)
    {
        IEnumerable<int> targets = [.. order.Select(node => node.Id), Scope.Border];
        return
        [
            .. targets
                .SelectMany(scope.Into)
                .Where(wire => PortKinds.CarriesData(scope, wire))
                .Select(wire => new OutPort(wire.Source, wire.SourcePort)),
        ];
    }
}

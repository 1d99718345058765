using K2P.Graph;
using K2P.Nodes;
using K2P.Python;
using K2P.Workflows;

namespace K2P.Output;

/// <summary>The flow variables of one level while its calls are written: which the code hands on, and where from.</summary>
/// <param name="scope">The level.</param>
/// <param name="locals">The names of the function that the level becomes.</param>
/// <param name="values">The local names for what ports carry.</param>
/// <param name="outer">The variables of the level that holds the container; null for the root.</param>
internal sealed class LevelVariables(
    Scope scope,
    PyNames locals,
    LevelValues values,
    LevelVariables? outer
)
{
    private readonly List<KeywordParameter> parameters = [];
    private readonly Dictionary<int, OutPort> dictionaries = [];
    private readonly Dictionary<int, LevelVariables> inside = [];
    private readonly Dictionary<int, PyName> handedOver = [];
    private readonly Dictionary<string, (VariableOrigin Origin, PyExpression Value)> handedOut = [];

    /// <summary>The parameters for flow variables that come from outside this level: of <c>main()</c> on the root.</summary>
    public IReadOnlyList<KeywordParameter> Parameters => parameters;

    /// <summary>Says at which port a node's function returns its variables, as a dict; the first one counts.</summary>
    public void Makes(Node node, OutPort port) => dictionaries.TryAdd(node.Id, port);

    /// <summary>Makes a container's level known, so that the variables made in it can be asked for.</summary>
    public void Add(LevelVariables container) => inside.Add(container.Container.Id, container);

    private Node Container => scope.Container!;

    /// <summary>The variables that something outside of this container reads, by the names under which its function returns them; null where nothing does.</summary>
    public PyExpression? HandedOut =>
        handedOut.Count == 0
            ? null
            : PyExpression.Dict(
                handedOut.Select(each => KeyValuePair.Create(each.Key, each.Value.Value))
            );

    /// <summary>The local name for the variables that a container hands over; null where nothing reads one.</summary>
    public PyName? HandedOver(Node container) =>
        handedOver.TryGetValue(container.Id, out var name) ? name : null;

    /// <summary>True where the code hands the variable on to this level; else the last run's value is all there is.</summary>
    public bool Passes(VariableOrigin origin) =>
        origin.Scope == scope
            ? origin.Producer is null
                || (origin.Setting is null && dictionaries.ContainsKey(origin.Producer.Id))
        : Inside(origin) is { } inner ? inner.Passes(origin)
        : outer is not null && outer.Passes(origin);

    /// <summary>The value of the flow variable that a parameter stands for, on this level.</summary>
    public PyExpression ValueOf(KeywordParameter keyword)
    {
        var origin = keyword.Variable!;
        if (Inside(origin) is not null || (origin.Scope == scope && origin.Producer is not null))
        {
            return Made(origin);
        }
        var known = parameters.FirstOrDefault(each => each.Variable == origin);
        if (known is null)
        {
            known = keyword with { Name = locals.Unique(origin.Name, "variable") };
            parameters.Add(known);
        }
        return known.Name;
    }

    /// <summary>Makes a parameter of a node a parameter of this level.</summary>
    public PyExpression Lift(KeywordParameter keyword)
    {
        var own = keyword with { Name = locals.Unique(keyword.Name.Text, "value") };
        parameters.Add(own);
        return own.Name;
    }

    /// <summary>The value of a variable that a node of this level, or inside one of its containers, makes.</summary>
    private PyExpression Made(VariableOrigin origin)
    {
        if (Inside(origin) is { } inner)
        {
            var container = inner.Container;
            if (HandedOver(container) is not { } variablesOf)
            {
                handedOver[container.Id] = variablesOf = values.LocalFor(
                    $"{container.Name} variables",
                    container
                );
            }
            return Py.Expr($"{variablesOf}[{inner.HandOut(origin)}]");
        }
        var producer = origin.Producer!;
        var port = dictionaries[producer.Id];
        values.Assign(port, producer);
        return Py.Expr($"{values.Take(port)}[{origin.Name}]");
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

    /// <summary>The container of this level in which the variable was made, at any depth.</summary>
    private LevelVariables? Inside(VariableOrigin origin)
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
}

using K2P.Graph;
using K2P.Python;
using K2P.Workflows;

namespace K2P.Output;

/// <summary>The local names of one level for what ports carry, and which of them something takes.</summary>
/// <param name="scope">The level.</param>
/// <param name="locals">The names of the function that the level becomes.</param>
internal sealed class LevelValues(Scope scope, PyNames locals)
{
    private readonly Dictionary<OutPort, PyName> values = [];
    private readonly Dictionary<OutPort, string> nouns = [];
    private readonly HashSet<PyName> consumed = [];

    /// <summary>The container's parameters: port, name, kind.</summary>
    public List<(int Port, PyName Name, PortKind Kind)> Parameters { get; } = [];

    /// <summary>Adds a parameter of the container's function.</summary>
    public void AddParameter(int port, string noun, PortKind kind) =>
        Parameters.Add((port, locals.Unique(noun, "table"), kind));

    /// <summary>Says what a port carries is called.</summary>
    public void Name(OutPort port, string noun) => nouns[port] = noun;

    /// <summary>Gives the port's value a local name, if it has none yet.</summary>
    public void Assign(OutPort port, Node node)
    {
        if (!values.ContainsKey(port))
        {
            values[port] = LocalFor(nouns[port], node);
        }
    }

    /// <summary>A local name for a noun, told apart by the node's id where it is taken.</summary>
    public PyName LocalFor(string noun, Node node)
    {
        var slug = PyNames.Slug(noun, "table");
        return locals.TryReserve(slug)
            ? new PyName(slug)
            : locals.Unique($"{slug}_{node.Id}", "table");
    }

    /// <summary>The noun for a value, for the parameter of the function that takes it.</summary>
    public string NounOf(OutPort from) =>
        scope.Entrance(from) is not null ? Take(from).Text : nouns.GetValueOrDefault(from, "table");

    /// <summary>The name of a value, for somebody who takes it.</summary>
    public PyName Take(OutPort from)
    {
        var name = scope.Entrance(from) is { } port
            ? Parameters.First(parameter => parameter.Port == port).Name
            : values[from];
        consumed.Add(name);
        return name;
    }

    /// <summary>What a port's value is assigned to; null where nothing takes it. Known when the level is complete.</summary>
    public PyName? Target(OutPort port) =>
        values.TryGetValue(port, out var name) && consumed.Contains(name) ? name : null;
}

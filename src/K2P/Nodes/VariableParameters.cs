using K2P.Diagnostics;
using K2P.Graph;
using K2P.Python;
using K2P.Workflows;

namespace K2P.Nodes;

/// <summary>The keyword parameters that a node's function has for the flow variables it reads: one per variable, however often it is read.</summary>
internal sealed class VariableParameters(Node node, PyNames names, VariablesInReach reach)
{
    private readonly Dictionary<string, VariableOrigin?> origins = [];
    private readonly Dictionary<string, KeywordParameter> parameters = [];

    /// <summary>The names of the variables that the node sees, in KNIME's order.</summary>
    public IReadOnlyList<string> Visible => reach.Visible();

    /// <summary>How many variables are read so far.</summary>
    public int Count => parameters.Count;

    /// <summary>Where the variable comes from; null where nothing upstream makes it.</summary>
    public VariableOrigin? Origin(string name)
    {
        if (!origins.TryGetValue(name, out var origin))
        {
            origins[name] = origin = reach.Find(name);
        }
        return origin;
    }

    /// <summary>The variable with the value that KNIME stored; files before KNIME 3 may hold it with the node that reads it.</summary>
    public FlowVariable? Stored(string name) =>
        Origin(name)?.Stored ?? node.Variables.LastOrDefault(each => each.Name == name);

    /// <summary>KNIME's type word for the variable; null where nothing tells it.</summary>
    public string? ClassOf(string name) => Stored(name)?.Class ?? Origin(name)?.Declared;

    /// <summary>The parameter for a variable, with the stored value as its default.</summary>
    /// <param name="name">The variable's name.</param>
    /// <param name="type">KNIME's type word where no variable is stored.</param>
    /// <param name="fallback">The default where no value is stored; null where there is none.</param>
    /// <remarks>Where there is neither, the code must hand the variable on, and the parameter has no default.</remarks>
    /// <exception cref="UntranslatableException">There is no value.</exception>
    public KeywordParameter Of(string name, string? type = null, string? fallback = null)
    {
        if (parameters.TryGetValue(name, out var known))
        {
            return known;
        }
        var word = ClassOf(name) ?? type ?? "";
        var value =
            FlowVariableLiteral.ValueOf(Stored(name))
            ?? (fallback is null ? null : FlowVariableLiteral.ValueOf(word, fallback));
        var annotation = FlowVariableLiteral.TypeOf(word);
        if (
            value is null
            && Origin(name) is { Stored: null, Setting: null } made
            && reach.Passes(made)
        )
        {
            annotation ??= Py.Expr($"object");
        }
        else if (value is null || annotation is null)
        {
            throw new UntranslatableException(
                DiagnosticKinds.Manual.With(
                    $"KNIME stored no value for the flow variable '{name}' that the node reads."
                )
            );
        }
        return parameters[name] = new KeywordParameter(
            names.Unique(name, "variable"),
            annotation,
            value
        )
        {
            Variable = Origin(name),
            IsVariable = true,
        };
    }
}

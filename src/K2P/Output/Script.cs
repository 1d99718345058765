using K2P.Graph;
using K2P.Nodes;
using K2P.Python;
using K2P.Workflows;

namespace K2P.Output;

/// <summary>A connected input of a node, resolved through all borders.</summary>
internal sealed record ReportInput(int Port, PortKind Kind, string Node, int FromPort);

/// <summary>A function of the script: of a native node or a locked container, or of a metanode or component, which calls those of its nodes.</summary>
internal sealed record ScriptFunction(PyName Name)
{
    /// <summary>The parameters without default, in port order.</summary>
    public required IReadOnlyList<PyParameter> Positional { get; init; }

    /// <summary>The keyword parameters.</summary>
    public required IReadOnlyList<KeywordParameter> Keywords { get; init; }

    /// <summary>The type of what it returns.</summary>
    public required PyExpression Returns { get; init; }

    /// <summary>The text of its docstring.</summary>
    public required string Docstring { get; init; }

    /// <summary>Its statements.</summary>
    public required IReadOnlyList<PyStatement> Body { get; init; }

    /// <summary>The ids of the node or container, joined by a colon.</summary>
    public required string Path { get; init; }
}

/// <summary>A call in <c>main()</c> or in a container's function, or a whole block of them.</summary>
/// <param name="Nodes">The nodes and containers that are called; the first gives the step its name.</param>
/// <param name="Write">Writes the statements, once everything that could take the results is known.</param>
internal sealed record ScriptStep(IReadOnlyList<Node> Nodes, Func<IReadOnlyList<PyStatement>> Write)
{
    /// <summary>The calls, with assignments where results are used.</summary>
    public IReadOnlyList<PyStatement> Statements => Write();
}

/// <summary>One connected graph of the workflow as a script.</summary>
internal sealed record Script
{
    /// <summary><c>g01</c>, <c>g02</c>, …</summary>
    public required string Id { get; init; }

    /// <summary>The functions in the order in which they are called; those of a container's nodes before its own.</summary>
    public required IReadOnlyList<ScriptFunction> Functions { get; init; }

    /// <summary>What <c>main()</c> does.</summary>
    public required IReadOnlyList<ScriptStep> Steps { get; init; }

    /// <summary>The flow variables that <c>main()</c> takes: those of the workflow itself that something reads.</summary>
    public required IReadOnlyList<KeywordParameter> Variables { get; init; }

    /// <summary>The nodes of the report: every native node, and locked containers.</summary>
    public required IReadOnlyList<NodeReport> Nodes { get; init; }

    /// <summary>The top-level ids that belong to the graph.</summary>
    public required IReadOnlyList<int> Members { get; init; }

    /// <summary>The level on which the graph stands.</summary>
    public required Scope Root { get; init; }
}

/// <summary>What the report says of a node.</summary>
internal sealed record NodeReport(
    NodeTranslation Translation,
    IReadOnlyList<ReportInput> Inputs,
    PyName? Function,
    string Place
);

using K2P.Workflows;

namespace K2P.Nodes;

/// <summary>The identity of a node that can be translated.</summary>
/// <param name="Name">KNIME's name of the node.</param>
/// <param name="Factories">Its factory classes, the current one first, older ones behind; for dynamic nodes with <c>#variant</c>.</param>
internal sealed record NodeInfo(string Name, IReadOnlyList<string> Factories)
{
    /// <summary>The noun for what the node makes: the variable's name in <c>main()</c>.</summary>
    public string Result
    {
        get => Results[0];
        init => Results = [value];
    }

    /// <summary>The nouns for what each output port gives, where there are several: <c>["training", "test"]</c>.</summary>
    public IReadOnlyList<string> Results { get; init; } = ["table"];

    /// <summary>The kinds of the input ports, from port 1 on.</summary>
    public IReadOnlyList<PortKind> Inputs { get; init; } = [PortKind.Table];

    /// <summary>The kinds of the output ports, from port 1 on.</summary>
    public IReadOnlyList<PortKind> Outputs { get; init; } = [PortKind.Table];

    /// <summary>What the translation does not cover, for <c>docs/nodes.md</c>; null where it covers all.</summary>
    public string? Limits { get; init; }
}

/// <summary>What became of a node; the words of the report.</summary>
internal enum NodeStatus
{
    /// <summary>The same table as KNIME, up to floating-point noise.</summary>
    Exact,

    /// <summary>The same meaning; other numbers are possible.</summary>
    Approximate,

    /// <summary>Some settings are not honoured, each named in a diagnostic.</summary>
    Partial,

    /// <summary>A stub.</summary>
    Manual,

    /// <summary>Nothing to do in Python.</summary>
    Skipped,
}

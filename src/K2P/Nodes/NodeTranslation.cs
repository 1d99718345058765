using K2P.Diagnostics;
using K2P.Python;
using K2P.Workflows;

namespace K2P.Nodes;

/// <summary>What became of one node: the body of its function, its status and the remarks on it.</summary>
internal sealed record NodeTranslation
{
    /// <summary>The node; a locked metanode or component stands for its whole inside.</summary>
    public required Node Node { get; init; }

    /// <summary>How well it was translated.</summary>
    public required NodeStatus Status { get; init; }

    /// <summary>The statements of the function, without docstring; empty for a skipped node.</summary>
    public required IReadOnlyList<PyStatement> Body { get; init; }

    /// <summary>The function's docstring.</summary>
    public required string Docstring { get; init; }

    /// <summary>The remarks, in the order in which they came up.</summary>
    public required IReadOnlyList<Diagnostic> Diagnostics { get; init; }

    /// <summary>The files that the function reads or writes.</summary>
    public required IReadOnlyList<DataFile> Files { get; init; }

    /// <summary>The keyword parameters.</summary>
    public required IReadOnlyList<KeywordParameter> Keywords { get; init; }

    /// <summary>The kinds of the output ports, from port 1 on.</summary>
    public required IReadOnlyList<PortKind> Outputs { get; init; }

    /// <summary>The nouns for the outputs, one each or one for all.</summary>
    public required IReadOnlyList<string> Results { get; init; }
}

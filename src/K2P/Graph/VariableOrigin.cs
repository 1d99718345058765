using K2P.Workflows;

namespace K2P.Graph;

/// <summary>Where a flow variable that a node sees was made.</summary>
/// <param name="Scope">The level on which it was made.</param>
/// <param name="Producer">The node that made it; null for a variable of the workflow itself.</param>
/// <param name="Name">Its name there; a component's input may have put a prefix before it since.</param>
/// <param name="Stored">The variable with the value of the last run; null where the producer has not run.</param>
/// <param name="Setting">The producer's setting that is handed out as the variable; null where the node makes it itself.</param>
internal sealed record VariableOrigin(
    Scope Scope,
    Node? Producer,
    string Name,
    FlowVariable? Stored,
    VariableSetting? Setting = null
)
{
    /// <summary>KNIME's type word where the producer has not run, as far as its settings tell.</summary>
    public string? Declared { get; init; }

    /// <summary>A node on the way from the producer that has not run and that may make a variable of the same name.</summary>
    public Node? Rival { get; init; }

    /// <summary>KNIME's type word; null where nothing tells it.</summary>
    public string? Class => Stored?.Class ?? Declared;
}

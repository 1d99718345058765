using K2P.Diagnostics;

namespace K2P.Nodes;

/// <summary>Ends the translation of one node: it becomes a stub (or is skipped) and the diagnostic says why.</summary>
internal sealed class UntranslatableException(
    Diagnostic diagnostic,
    NodeStatus status = NodeStatus.Manual
) : Exception(diagnostic.Message)
{
    /// <summary>Why.</summary>
    public Diagnostic Diagnostic { get; } = diagnostic;

    /// <summary><see cref="NodeStatus.Manual"/> or <see cref="NodeStatus.Skipped"/>.</summary>
    public NodeStatus Status { get; } = status;
}

using K2P.Graph;

namespace K2P.Nodes;

/// <summary>What is known of the flow variables at one node.</summary>
/// <param name="Find">Finds where a flow variable comes from; null where nothing upstream makes it.</param>
/// <param name="Passes">Tells whether the code hands a flow variable on to the function.</param>
/// <param name="Visible">The names of those that the node sees, in KNIME's order.</param>
internal sealed record VariablesInReach(
    Func<string, VariableOrigin?> Find,
    Func<VariableOrigin, bool> Passes,
    Func<IReadOnlyList<string>> Visible
);

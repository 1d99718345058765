using K2P.Nodes;
using K2P.Python;
using K2P.Workflows;

namespace K2P.Output;

/// <summary>The call of the function of a node or container.</summary>
/// <param name="Node">The node or container.</param>
/// <param name="Function">Its function.</param>
/// <param name="Outputs">What it returns: port and kind.</param>
/// <param name="Keywords">Its keyword parameters; folders are passed on, and variables that the code knows.</param>
/// <param name="Results">The nouns for its outputs, one each or one for all.</param>
internal sealed record NodeCall(
    Node Node,
    PyName Function,
    IReadOnlyList<(int Port, PortKind Kind)> Outputs,
    IReadOnlyList<KeywordParameter> Keywords,
    IReadOnlyList<string> Results
)
{
    /// <summary>The call of the function that a node was translated to.</summary>
    public static NodeCall Of(NodeTranslation translation, PyName function) =>
        new(
            translation.Node,
            function,
            [.. translation.Outputs.Select((kind, i) => (translation.Node.FirstPort + i, kind))],
            translation.Keywords,
            translation.Results
        );

    /// <summary>The noun for the output at that place in the list.</summary>
    public string NounOf(int output) =>
        Results.Count > output && Results.Count > 1 ? Results[output]
        : output == 0 ? Results[0]
        : $"{Results[0]}_{Outputs[output].Port}";
}

namespace K2P.Nodes;

/// <summary>The flow variables that a node makes, as far as its settings tell before it has run.</summary>
/// <param name="Classes">KNIME's type words by the names of the variables.</param>
/// <param name="AndOthers">True where the data decide on the names of further ones.</param>
internal sealed record MadeVariables(
    IReadOnlyDictionary<string, string> Classes,
    bool AndOthers = false
)
{
    /// <summary>The node makes none.</summary>
    public static MadeVariables None { get; } = new(new Dictionary<string, string>());

    /// <summary>Only the data tell which.</summary>
    public static MadeVariables Any { get; } = None with { AndOthers = true };

    /// <summary>One variable.</summary>
    public static MadeVariables One(string name, string type) =>
        new(new Dictionary<string, string> { [name] = type });
}

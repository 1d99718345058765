namespace K2P.Nodes.Tables;

/// <summary>The translators of this folder, in order of their names.</summary>
internal static class TablesCatalog
{
    public static IReadOnlyList<NodeTranslator> Translators { get; } =
    [
        new Concatenate(),
        new CrossJoiner(),
        new GroupBy(),
        new Joiner(),
        new JoinerLegacy(),
        new MissingValue(),
        new MissingValueApply(),
        new Transpose(),
    ];
}

namespace K2P.Nodes.Rows;

/// <summary>The translators of this folder, in order of their names.</summary>
internal static class RowsCatalog
{
    public static IReadOnlyList<NodeTranslator> Translators { get; } =
    [new RowFilter(), new RowSampling(), new RowSplitter(), new TablePartitioner()];
}

namespace K2P.Nodes.Rows;

/// <summary>The translators of this folder, in order of their names.</summary>
internal static class RowsCatalog
{
    public static IReadOnlyList<NodeTranslator> Translators { get; } =
    [
        new DuplicateRowFilter(),
        new ReferenceRowFilter(),
        new RowFilter(),
        new RowId(),
        new RowSampling(),
        new RowSplitter(),
        new RuleRowFilter(),
        new Sorter(),
        new TablePartitioner(),
    ];
}

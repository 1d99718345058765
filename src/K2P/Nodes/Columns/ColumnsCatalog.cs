namespace K2P.Nodes.Columns;

/// <summary>The translators of this folder, in order of their names.</summary>
internal static class ColumnsCatalog
{
    public static IReadOnlyList<NodeTranslator> Translators { get; } =
    [
        new ColumnAppender(),
        new ColumnFilter(),
        new ColumnMerger(),
        new ColumnRename(),
        new ColumnRenameRegex(),
        new ColumnRenamer(),
        new ColumnResorter(),
        new ColumnSplitter(),
        new ExtractColumnHeader(),
        new MissingValueColumnFilter(),
        new ReferenceColumnFilter(),
    ];
}

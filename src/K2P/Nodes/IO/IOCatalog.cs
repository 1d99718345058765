namespace K2P.Nodes.IO;

/// <summary>The translators of this folder, in order of their names.</summary>
internal static class IOCatalog
{
    public static IReadOnlyList<NodeTranslator> Translators { get; } =
    [
        new CsvReader(),
        new CsvWriter(),
        new JavaScriptTableView(),
        new OldCsvReader(),
        new OldFileReader(),
        new TableCreator(),
        new TableViews(),
    ];
}

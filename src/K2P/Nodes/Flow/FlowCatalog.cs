namespace K2P.Nodes.Flow;

/// <summary>The translators of this folder, in order of their names.</summary>
internal static class FlowCatalog
{
    public static IReadOnlyList<NodeTranslator> Translators { get; } =
    [
        new CreateFileName(),
        new ExtractVariables(),
        new InjectVariables(),
        new MergeVariables(),
        new TableColumnToVariable(),
        new TableRowToVariable(),
        new VariableCreator(),
    ];
}

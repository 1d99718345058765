namespace K2P.Nodes.Flow;

/// <summary>The translators of this folder, in order of their names.</summary>
internal static class FlowCatalog
{
    public static IReadOnlyList<NodeTranslator> Translators { get; } =
    [
        new ColumnFilterInput(),
        new CreateFileName(),
        .. DialogView.All,
        new ExtractVariables(),
        new FileInput(),
        new InjectVariables(),
        new MergeVariables(),
        new SingleSelection(),
        new TableColumnToVariable(),
        new TableRowToVariable(),
        .. ValueInput.All,
        new ValueSelection(),
        new VariableCreator(),
        new VariableToTableColumn(),
        new VariableToTableRow(),
    ];
}

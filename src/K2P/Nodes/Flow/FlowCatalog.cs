namespace K2P.Nodes.Flow;

/// <summary>The translators of this folder, in order of their names.</summary>
internal static class FlowCatalog
{
    public static IReadOnlyList<NodeTranslator> Translators { get; } =
    [
        new Breakpoint(),
        new ColumnFilterInput(),
        new CreateFileName(),
        .. DialogView.All,
        new ExtractVariables(),
        new FileInput(),
        new FlowVariableFilter(),
        new InjectVariables(),
        new MergeVariables(),
        new PathToStringVariable(),
        new SingleSelection(),
        new StringToPathVariable(),
        new TableColumnToVariable(),
        new TableRowToVariable(),
        .. ValueInput.All,
        new ValueSelection(),
        new VariableCreator(),
        new VariableToTableColumn(),
        new VariableToTableRow(),
    ];
}

using K2P.Python;
using K2P.Workflows;

namespace K2P.Nodes.Columns;

/// <summary>Reference Column Filter and Reference Column Splitter: choose the columns whose names another table has, or has not.</summary>
/// <remarks><c>AbstractColumnRefNodeModel</c>. The splitter's first output has the columns that the other table has.</remarks>
internal sealed class ReferenceColumnFilter : NodeTranslator<ReferenceColumnFilter.Settings>
{
    private const string Package = "org.knime.base.node.preproc.filter.columnref.";
    private const string Splitter = $"{Package}ColumnSplitRefNodeFactory";

    internal sealed record Settings(bool IsSplitter, bool IsExclusion, bool ComparesTypes);

    public override NodeInfo Info { get; } =
        new("Reference Column Filter", [$"{Package}ColumnFilterRefNodeFactory", Splitter])
        {
            Result = "filtered",
            Inputs = [PortKind.Table, PortKind.Table],
            Limits = "Types are not compared.",
        };

    public override IReadOnlyList<PortKind> OutputsOf(Node node) =>
        node.Factory == Splitter ? [PortKind.Table, PortKind.Table] : Info.Outputs;

    protected override Settings Read(SettingsReader model)
    {
        var isSplitter = model.Factory == Splitter;
        return new Settings(
            isSplitter,
            !isSplitter
                && model
                    .OneOf(
                        "inexclude",
                        "Include columns from reference table",
                        "Exclude columns from reference table"
                    )
                    .StartsWith("Ex", StringComparison.Ordinal),
            model.Boolean("type_compatibility")
        );
    }

    protected override IEnumerable<PyStatement> Translate(Settings settings, NodeContext node)
    {
        if (settings.ComparesTypes)
        {
            node.Partial("Columns are compared by name alone, not by type.");
        }
        var table = node.Input();
        var reference = node.Input(1);
        node.Summary = settings switch
        {
            { IsSplitter: true } => "Part the columns that the reference table has from the others",
            { IsExclusion: true } => "Drop the columns that the reference table has",
            _ => "Keep the columns that the reference table has",
        };
        var common = node.Local("common");
        if (settings.IsSplitter)
        {
            yield return Py.Assign(common, $"{table}.columns.isin({reference}.columns)");
            yield return Py.Return($"({table}.loc[:, {common}], {table}.loc[:, ~{common}])");
        }
        else if (settings.IsExclusion)
        {
            yield return Py.Return($"{table}.drop(columns={reference}.columns, errors='ignore')");
        }
        else
        {
            yield return Py.Return($"{table}.loc[:, {table}.columns.isin({reference}.columns)]");
        }
    }
}

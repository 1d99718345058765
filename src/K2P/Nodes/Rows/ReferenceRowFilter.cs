using K2P.Nodes.Shared;
using K2P.Python;
using K2P.Workflows;

namespace K2P.Nodes.Rows;

/// <summary>Reference Row Filter and Reference Row Splitter: choose the rows whose cell another table has, or has not.</summary>
/// <remarks><c>AbstractRowRefNodeModel</c>: two types, or a RowID and a cell, are compared as texts. KNIME 5.5 stores the choices under new keys.</remarks>
internal sealed class ReferenceRowFilter : NodeTranslator<ReferenceRowFilter.Settings>
{
    private const string Package = "org.knime.base.node.preproc.filter.rowref.";
    private const string Splitter = $"{Package}RowSplitRefNodeFactory";

    internal sealed record Settings(
        ColumnName Column,
        ColumnName Reference,
        bool IsSplitter,
        bool IsExclusion
    );

    public override NodeInfo Info { get; } =
        new("Reference Row Filter", [$"{Package}RowFilterRefNodeFactory", Splitter])
        {
            Result = "filtered",
            Inputs = [PortKind.Table, PortKind.Table],
            Limits = "A date and a date with time at midnight are alike in a DataFrame.",
        };

    public override IReadOnlyList<PortKind> OutputsOf(Node node) =>
        node.Factory == Splitter ? [PortKind.Table, PortKind.Table] : Info.Outputs;

    protected override Settings Read(SettingsReader model)
    {
        var version = model.Has("dataTableColumnV2") ? "V2" : "";
        var isSplitter = model.Factory == Splitter;
        model.Skip("domains are not kept", "updateDomains");
        return new Settings(
            Read(model, $"dataTableColumn{version}"),
            Read(model, $"referenceTableColumn{version}"),
            isSplitter,
            !isSplitter
                && (
                    version.Length > 0
                        ? model.OneOf("inexcludeV2", "INCLUDE", "EXCLUDE") == "EXCLUDE"
                        : model.OneOf(
                            "inexclude",
                            "Include rows from reference table",
                            "Exclude rows from reference table"
                        )[0] == 'E'
                )
        );
    }

    private static ColumnName Read(SettingsReader model, string key)
    {
        var column = ColumnName.Read(model, key);
        return column is { IsRowId: false, Name: null }
            ? throw model.Manual("No column is chosen.")
            : column;
    }

    protected override IEnumerable<PyStatement> Translate(Settings settings, NodeContext node)
    {
        var table = node.Input();
        var reference = node.Input(1);
        var (column, other) = (settings.Column.Name ?? "RowID", settings.Reference.Name ?? "RowID");
        node.Summary = settings switch
        {
            { IsSplitter: true } =>
                $"Split off the rows whose {column} is a {other} of the reference table",
            { IsExclusion: true } =>
                $"Drop the rows whose {column} is a {other} of the reference table",
            _ => $"Keep the rows whose {column} is a {other} of the reference table",
        };
        var found = settings is { Column.IsRowId: true, Reference.IsRowId: true }
            ? Py.Expr($"{table}.index.isin({reference}.index)")
            : Py.Expr(
                $"is_among({Cells(settings.Column, table)}, {Cells(settings.Reference, reference)})"
            );
        if (settings.IsSplitter)
        {
            var matches = node.Local("found");
            yield return Py.Assign(matches, $"{found}");
            yield return Py.Return($"({table}[{matches}], {table}[~{matches}])");
            yield break;
        }
        yield return settings.IsExclusion
            ? Py.Return($"{table}[~{found}]")
            : Py.Return($"{table}[{found}]");
    }

    private static PyExpression Cells(ColumnName column, PyName table) =>
        column.Name is { } name ? Py.Expr($"{table}[{name}]") : Py.Expr($"row_id_texts({table})");
}

using K2P.Python;
using K2P.Workflows;

namespace K2P.Nodes.Columns;

/// <summary>Column Appender: puts the columns of tables side by side, row by row.</summary>
/// <remarks><c>ColumnAppender2NodeModel</c>, <c>ColumnAppenderNodeModel</c>. Names that are taken are numbered (<c>UniqueNameGenerator</c>).</remarks>
internal sealed class ColumnAppender : NodeTranslator<ColumnAppender.Settings>
{
    private const string Older =
        "org.knime.base.node.preproc.columnappend.ColumnAppenderNodeFactory";

    /// <param name="RowIds">Where the RowIDs come from.</param>
    /// <param name="Table">The input whose RowIDs are used, from 0 on.</param>
    internal sealed record Settings(RowIdSource RowIds, int Table);

    internal enum RowIdSource
    {
        /// <summary>All tables have the same; anything else is an error.</summary>
        Identical,

        /// <summary>New ones; shorter tables get missing values.</summary>
        Generated,

        /// <summary>Those of one table, which also says how many rows there are.</summary>
        OneTable,
    }

    public override NodeInfo Info { get; } =
        new(
            "Column Appender",
            ["org.knime.base.node.preproc.columnappend2.ColumnAppender2NodeFactory", Older]
        )
        {
            Result = "appended",
            Inputs = [PortKind.Table, PortKind.Table],
        };

    protected override Settings Read(SettingsReader model)
    {
        if (model.Factory == Older)
        {
            var rowIds = model.OneOf(
                "row_key_select",
                "Use row keys from FIRST table",
                "Use row keys from SECOND table",
                "Generate new row keys"
            );
            return model.Boolean("wrap_table", true) ? new Settings(RowIdSource.Identical, 0)
                : rowIds[0] == 'G' ? new Settings(RowIdSource.Generated, 0)
                : new Settings(
                    RowIdSource.OneTable,
                    rowIds.Contains("FIRST", StringComparison.Ordinal) ? 0 : 1
                );
        }
        var before5 = model.Integer("selected_rowid_table", -1);
        var since5 = model.Integer("selected_rowid_table_number", -1);
        return model.OneOf("selected_rowid_mode", "IDENTICAL", "GENERATE", "KEY_TABLE") switch
        {
            "IDENTICAL" => new Settings(RowIdSource.Identical, 0),
            "GENERATE" => new Settings(RowIdSource.Generated, 0),
            _ => new Settings(RowIdSource.OneTable, before5 >= 0 ? before5 : since5 - 1),
        };
    }

    protected override IEnumerable<PyStatement> Translate(Settings settings, NodeContext node)
    {
        node.Summary = "Put the columns of the tables side by side";
        var tables = node.Inputs.Select(input => (PyExpression)input).ToList();
        if (settings.Table < 0 || settings.Table >= tables.Count)
        {
            throw node.Manual(
                $"The RowIDs come from table {settings.Table + 1}, and there are {tables.Count}."
            );
        }
        yield return settings.RowIds switch
        {
            RowIdSource.Identical => Py.Return(
                $"side_by_side({tables}, {tables[0]}.index, same=True)"
            ),
            RowIdSource.Generated => Py.Return($"side_by_side({tables})"),
            _ => Py.Return($"side_by_side({tables}, {tables[settings.Table]}.index)"),
        };
    }
}

using K2P.Python;
using K2P.Workflows;

namespace K2P.Nodes.Tables;

/// <summary>Concatenate: tables below each other, columns matched by name.</summary>
/// <remarks><c>AppendedRowsNodeModel</c>: two inputs, more by added ports, four optional ones in the older node.</remarks>
internal sealed class Concatenate : NodeTranslator<Concatenate.Settings>
{
    internal enum Repeated
    {
        /// <summary>All rows are numbered anew.</summary>
        Renumber,

        /// <summary>A RowID that was there before gets a suffix.</summary>
        Suffix,

        /// <summary>A row whose RowID was there before is left out.</summary>
        Skip,

        /// <summary>A RowID that was there before is an error.</summary>
        Fail,
    }

    /// <param name="IsCommon">Only the columns that all tables have.</param>
    /// <param name="Repeated">What becomes of repeated RowIDs.</param>
    /// <param name="Suffix">The suffix.</param>
    internal sealed record Settings(bool IsCommon, Repeated Repeated, string Suffix);

    public override NodeInfo Info { get; } =
        new(
            "Concatenate",
            [
                "org.knime.base.node.preproc.append.row.AppendedRowsNodeFactory",
                "org.knime.base.node.preproc.append.row.AppendedRowsWithOptionalInNodeFactory",
            ]
        )
        {
            Result = "rows",
            Inputs = [PortKind.Table, PortKind.Table],
        };

    protected override Settings Read(SettingsReader model)
    {
        model.Skip("hiliting is for KNIME's views", "enable_hiliting");
        var renumbers = model.Boolean("create_new_rowids", false);
        var fails = model.Boolean("fail_on_duplicates", false);
        var appends = model.Boolean("append_suffix");
        return new Settings(
            model.Boolean("intersection_of_columns"),
            renumbers ? Repeated.Renumber
                : fails ? Repeated.Fail
                : appends ? Repeated.Suffix
                : Repeated.Skip,
            model.Text("suffix", "_dup")
        );
    }

    protected override IEnumerable<PyStatement> Translate(Settings settings, NodeContext node)
    {
        node.Summary = $"Put {node.Inputs.Count} tables below each other";
        if (node.Inputs.Count == 0)
        {
            throw node.Manual("No input is connected.");
        }
        var tables = node.Inputs.Select(input => (PyExpression)input);
        var stacked = settings.IsCommon
            ? Py.Expr($"stack_tables({tables}, common=True)")
            : Py.Expr($"stack_tables({tables})");
        if (settings.Repeated == Repeated.Renumber)
        {
            return [Py.Return($"{stacked}.reset_index(drop=True)")];
        }
        var rows = node.Local("rows");
        var ids = node.Local("ids");
        PyStatement[] start =
        [
            Py.Assign(rows, stacked),
            Py.Assign(ids, $"pd.Index(row_ids({rows}.index))"),
        ];
        return settings.Repeated switch
        {
            Repeated.Suffix =>
            [
                start[0],
                Py.Assign(ids, $"suffix_repeated(row_ids({rows}.index), {settings.Suffix})"),
                Py.Return($"{rows}.set_axis(row_labels({ids}))"),
            ],
            Repeated.Skip => [.. start, Py.Return($"{rows}[~{ids}.duplicated()]")],
            _ =>
            [
                .. start,
                Py.If(
                    $"{ids}.has_duplicates",
                    [
                        Py.Raise(
                            $"ValueError({"Several rows have the RowID "} + {ids}[{ids}.duplicated()][0])"
                        ),
                    ]
                ),
                Py.Return(rows),
            ],
        };
    }
}

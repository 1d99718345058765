using K2P.Nodes.Shared;
using K2P.Python;
using K2P.Workflows;

namespace K2P.Nodes.Columns;

/// <summary>Extract Column Header: the columns' names as a table, and the table with numbered names.</summary>
/// <remarks><c>ColumnHeaderExtractorNodeModel</c>. Names as a column are new in KNIME 4.7, numbers from 1 on in 5.0.</remarks>
internal sealed class ExtractColumnHeader : NodeTranslator<ExtractColumnHeader.Settings>
{
    /// <param name="Prefix">What stands before the numbers.</param>
    /// <param name="Renames">The columns get the numbered names.</param>
    /// <param name="AsColumn">The names are a column and not a row.</param>
    /// <param name="First">The first number.</param>
    /// <param name="Type">Which columns: All, String, Integer or Double.</param>
    internal sealed record Settings(
        string Prefix,
        bool Renames,
        bool AsColumn,
        int First,
        string Type
    );

    public override NodeInfo Info { get; } =
        new(
            "Extract Column Header",
            ["org.knime.base.node.preproc.columnheaderextract.ColumnHeaderExtractorNodeFactory"]
        )
        {
            Results = ["header", "renamed"],
            Outputs = [PortKind.Table, PortKind.Table],
            Limits = "Int and Long columns are alike in a DataFrame.",
        };

    protected override Settings Read(SettingsReader model) =>
        new(
            model.Text("unifyHeaderPrefix"),
            model.Boolean("replaceColHeader"),
            model.Boolean("transposeColHeader", false),
            model.Boolean("use_one_based_indexing_Internals", false) ? 1 : 0,
            model.OneOf("coltype", "All", "String", "Integer", "Double")
        );

    protected override IEnumerable<PyStatement> Translate(Settings settings, NodeContext node)
    {
        node.Summary = "Take the names of the columns";
        if (settings.Type == "Integer")
        {
            node.Partial("Int and Long columns are alike in a DataFrame: both are taken.");
        }
        var table = node.Input();
        var chosen = node.Local("chosen");
        yield return Py.Assign(
            chosen,
            $"{ColumnSelection.Everything.Names(node, table, settings.Type switch
            {
                "String" => ColumnKinds.IsText,
                "Double" => ColumnKinds.IsNumber,
                "Integer" => column => Py.Expr($"column_kind({column}) in {(string[])["boolean", "integer"]}"),
                _ => null,
            })}"
        );
        var names = chosen;
        if (settings.Renames)
        {
            names = node.Local("numbered");
            var numbering = new PyArguments
            {
                PyExpression.Literal(settings.Prefix),
                Py.Expr($"len({chosen})"),
                PyExpression.Literal(settings.First),
            };
            if (settings.Type != "All")
            {
                numbering.Add(Py.Expr($"{table}.columns.drop({chosen})"));
            }
            yield return Py.Assign(names, $"numbered_names({numbering})");
        }
        var header = settings.AsColumn
            ? Py.Expr(
                $"pd.DataFrame({{'Column Header': {chosen}}}, row_labels({names}), dtype=object)"
            )
            : Py.Expr($"pd.DataFrame([{chosen}], ['Column Header'], {names}, dtype=object)");
        yield return settings.Renames
            ? Py.Return($"({header}, {table}.rename(columns=dict(zip({chosen}, {names}))))")
            : Py.Return($"({header}, {table})");
    }
}

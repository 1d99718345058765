using K2P.Nodes.Shared;
using K2P.Python;

namespace K2P.Nodes.Rows;

/// <summary>Duplicate Row Filter: removes or marks rows that are the same in some columns.</summary>
/// <remarks><c>DuplicateRowFilterNodeModel</c>: sorts by the columns, so that without "retain order" the result is sorted.</remarks>
internal sealed class DuplicateRowFilter : NodeTranslator<DuplicateRowFilter.Settings>
{
    /// <param name="Columns">The columns that make rows the same.</param>
    /// <param name="Chosen">FIRST, LAST, MINIMUM or MAXIMUM: the row that stays.</param>
    /// <param name="Reference">The column whose minimum or maximum counts.</param>
    /// <param name="Removes">The other rows are removed, not marked.</param>
    /// <param name="KeepsOrder">The rows stay in their order.</param>
    /// <param name="StatusColumn">The new column that tells unique, chosen and duplicate rows; null where there is none.</param>
    /// <param name="ChosenColumn">The new column that names the chosen row; null where there is none.</param>
    internal sealed record Settings(
        ColumnSelection Columns,
        string Chosen,
        string? Reference,
        bool Removes,
        bool KeepsOrder,
        string? StatusColumn,
        string? ChosenColumn
    );

    public override NodeInfo Info { get; } =
        new(
            "Duplicate Row Filter",
            ["org.knime.base.node.preproc.duplicates.DuplicateRowFilterNodeFactory"]
        )
        {
            Result = "distinct",
        };

    protected override Settings Read(SettingsReader model)
    {
        model.Skip("the result is the same on disk", "in_memory");
        model.Skip("domains are not part of a DataFrame", "update_domains");
        var status = model.Text("unique_flag_column_name", "duplicate-type-classifier");
        var chosen = model.Text("row_id_flag_column_name", "duplicate-row-identifier");
        return new Settings(
            ColumnSelection.Read(model, "group_cols"),
            model.OneOf("row_selection", "FIRST", "LAST", "MINIMUM", "MAXIMUM"),
            model.TextOrNull("reference_col"),
            model.Boolean("remove_duplicates"),
            model.Boolean("retain_order"),
            model.Boolean("add_row_duplicate_flag") ? status : null,
            model.Boolean("add_row_id_flag") ? chosen : null
        );
    }

    protected override IEnumerable<PyStatement> Translate(Settings settings, NodeContext node)
    {
        settings.Columns.Report(node);
        node.Summary = settings.Removes
            ? "Remove rows that are duplicates"
            : "Mark rows that are duplicates";
        PyExpression table = node.Input();
        PyExpression? columns = null;
        if (
            !(
                settings.Columns is ColumnSelection.AllBut { Excluded.Count: 0 }
                && settings is { Removes: true, KeepsOrder: true }
            )
        )
        {
            var name = node.Local("columns");
            yield return Py.Assign(name, settings.Columns.Names(node, table));
            columns = name;
        }
        var statements = settings.Removes
            ? Remove(settings, node, table, columns)
            : Mark(settings, node, table, columns!);
        foreach (var statement in statements)
        {
            yield return statement;
        }
    }

    private static IEnumerable<PyStatement> Remove(
        Settings settings,
        NodeContext node,
        PyExpression table,
        PyExpression? columns
    )
    {
        var arguments = new PyArguments();
        if (columns is not null)
        {
            arguments.Add(columns);
        }
        if (settings.Chosen == "LAST")
        {
            arguments.Add("keep", "last");
        }
        var distinct = Py.Expr(
            $"{Ordered(settings, node, table, forMarks: false)}.drop_duplicates({arguments})"
        );
        if (!settings.KeepsOrder)
        {
            var place = settings.Reference is not null && IsExtreme(settings) ? "last" : "first";
            yield return Py.Return($"{distinct}.sort_values({columns!}, na_position={place})");
        }
        else if (IsExtreme(settings))
        {
            var kept = node.Local("kept");
            yield return Py.Assign(kept, $"{distinct}.index");
            yield return Py.Return($"{table}[{table}.index.isin({kept})]");
        }
        else
        {
            yield return Py.Return(distinct);
        }
    }

    private static IEnumerable<PyStatement> Mark(
        Settings settings,
        NodeContext node,
        PyExpression table,
        PyExpression columns
    )
    {
        var ordered = Ordered(settings, node, table, forMarks: true);
        var result = node.Local("marked");
        if (!settings.KeepsOrder)
        {
            var place = IsExtreme(settings) ? "last" : "first";
            ordered = Py.Expr(
                $"{ordered}.sort_values({columns}, na_position={place}, kind='stable')"
            );
        }
        yield return Py.Assign(result, ordered);
        var marks = new List<(string Name, PyExpression Value)>();
        if (settings.StatusColumn is { } status)
        {
            marks.Add((status, Py.Expr($"duplicate_status({result}, {columns})")));
        }
        if (settings.ChosenColumn is { } chosen)
        {
            marks.Add((chosen, Py.Expr($"chosen_row_ids({result}, {columns})")));
        }
        if (marks.Count == 0)
        {
            throw node.Manual("Duplicates are kept and not marked, which KNIME refuses.");
        }
        foreach (var (name, value) in marks)
        {
            yield return Py.Assign(
                result,
                $"{result}.assign(**{{unique_name({name}, {result}.columns): {value}}})"
            );
        }
        yield return settings.KeepsOrder && settings.Chosen != "FIRST"
            ? Py.Return($"{result}.loc[{table}.index]")
            : Py.Return(result);
    }

    private static bool IsExtreme(Settings settings) => settings.Chosen is "MINIMUM" or "MAXIMUM";

    /// <summary>The table in an order in which the chosen row is the first of its kind; for <c>LAST</c> only where marks are made.</summary>
    private static PyExpression Ordered(
        Settings settings,
        NodeContext node,
        PyExpression table,
        bool forMarks
    )
    {
        if (!IsExtreme(settings))
        {
            return settings.Chosen == "LAST" && forMarks ? Py.Expr($"{table}.iloc[::-1]") : table;
        }
        var reference =
            settings.Reference
            ?? throw node.Manual("The column of the minimum or maximum is not chosen.");
        return settings.Chosen == "MINIMUM"
            ? Py.Expr($"{table}.sort_values({reference}, kind='stable')")
            : Py.Expr($"{table}.sort_values({reference}, ascending=False, kind='stable')");
    }
}

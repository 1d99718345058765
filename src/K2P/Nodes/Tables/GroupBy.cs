using K2P.Python;

namespace K2P.Nodes.Tables;

/// <summary>GroupBy: one row for each group of rows with the same values in some columns.</summary>
/// <remarks>
/// <c>GroupByNodeModel</c>. Groups come in the order of their values, missing ones first, and are numbered in it even where they are
/// then put back into the order of the rows (<c>GroupByTable</c>). In memory they come in the order of the rows (<c>MemoryGroupByTable</c>).
/// </remarks>
internal sealed class GroupBy : NodeTranslator<GroupBy.Settings>
{
    internal enum Order
    {
        /// <summary>By the values of the group columns.</summary>
        OfValues,

        /// <summary>By the first row of each group.</summary>
        OfRows,

        /// <summary>By the first row of each group, but numbered by the values.</summary>
        OfRowsNumberedByValues,
    }

    /// <param name="Columns">The group columns; null for all columns of the table.</param>
    /// <param name="Aggregations">The aggregations of single columns.</param>
    /// <param name="Choices">The aggregations by pattern and type.</param>
    /// <param name="NamePolicy">How the new columns are named.</param>
    /// <param name="Order">The order of the groups.</param>
    /// <param name="Limit">The greatest number of values that is kept for a group.</param>
    /// <param name="Delimiter">The text between concatenated values.</param>
    internal sealed record Settings(
        IReadOnlyList<string>? Columns,
        IReadOnlyList<Aggregation.OfColumn> Aggregations,
        IReadOnlyList<Aggregation> Choices,
        string NamePolicy,
        Order Order,
        int Limit,
        string Delimiter
    );

    public override NodeInfo Info { get; } =
        new("GroupBy", ["org.knime.base.node.preproc.groupby.GroupByNodeFactory"])
        {
            Result = "groups",
            Limits =
                "Aggregations of bit vectors and of extensions beside KNIME's core, and the P² percentile, are stubs.",
        };

    protected override Settings Read(SettingsReader model)
    {
        model.Skip("hiliting is for KNIME's views", "enableHilite");
        model.Skip("was used before KNIME 2.6, and for speed alone", "sortInMemory");
        model.Skip("checks the dialog's choices alone", "validateAggregationColumns");
        if (!model.Has("aggregationColumn"))
        {
            throw model.Manual(
                "The node was saved before KNIME 2.0 and names no aggregation columns."
            );
        }
        var columns = model.Config("grouByColumns");
        columns.Skip("the columns that are left over", "ExclList");
        var names = columns.Texts("InclList");
        var takesAll = columns.Boolean("keep_all_columns_selected", false);
        var inMemory = model.Boolean("inMemory", false);
        var retainsOrder = model.Boolean("retainOrder", false);
        var delimiter = model.Text("valueDelimiter", ", ");
        return new Settings(
            takesAll ? null : names,
            Aggregation.ReadColumns(model),
            Aggregation.ReadChoices(model),
            ReadPolicy(model),
            inMemory || (names.Count == 0 && !takesAll) ? Order.OfRows
                : retainsOrder ? Order.OfRowsNumberedByValues
                : Order.OfValues,
            model.Integer("maxNoneNumericalVals"),
            model.Integer("nodeVersion", 0) > 0 ? Unescaped(delimiter) : delimiter
        );
    }

    protected override IEnumerable<PyStatement> Translate(Settings settings, NodeContext node)
    {
        if (settings is { Columns.Count: 0, Aggregations.Count: 0, Choices.Count: 0 })
        {
            throw node.Manual("Neither group columns nor aggregations are chosen.");
        }
        node.Summary = Summary(settings);
        PyExpression table = node.Input();
        if (settings is { Aggregations.Count: 0, Choices.Count: 0 })
        {
            return DistinctRows(settings, node, table);
        }
        return new GroupByWriter(settings, node, table).Write();
    }

    /// <summary>The names of the group columns in a call: one text, or a list.</summary>
    internal static PyExpression Keys(Settings settings, PyExpression table) =>
        settings.Columns switch
        {
            null => Py.Expr($"list({table}.columns)"),
            [var only] => Py.Expr($"{only}"),
            var several => Py.Expr($"{several}"),
        };

    private static IEnumerable<PyStatement> DistinctRows(
        Settings settings,
        NodeContext node,
        PyExpression table
    )
    {
        var keys = settings.Columns is { } names
            ? Py.Expr($"{names}")
            : Py.Expr($"list({table}.columns)");
        if (settings.Order == Order.OfValues)
        {
            var ordered = Py.Expr($"{table}[{keys}].sort_values({keys}, na_position='first')");
            return [Py.Return($"{ordered}.drop_duplicates(ignore_index=True)")];
        }
        var rows = Py.Expr($"{table}[{keys}].drop_duplicates(ignore_index=True)");
        if (settings.Order == Order.OfRows)
        {
            return [Py.Return(rows)];
        }
        var groups = node.Local("groups");
        return [Py.Assign(groups, rows), .. NumberedByValues(groups, keys, node)];
    }

    /// <summary>KNIME numbers the groups in the order of their values and puts them into the order of the rows afterwards.</summary>
    internal static IEnumerable<PyStatement> NumberedByValues(
        PyName groups,
        PyExpression keys,
        NodeContext node
    )
    {
        var places = node.Local("places");
        return
        [
            Py.Assign(places, $"{groups}.sort_values({keys}, na_position='first').index"),
            Py.Return($"{groups}.set_axis(np.argsort({places}))"),
        ];
    }

    private static string ReadPolicy(SettingsReader model)
    {
        if (model.Has("columnNamePolicy"))
        {
            return model.OneOf(
                "columnNamePolicy",
                "Keep original name(s)",
                "Aggregation method (column name)",
                "Column name (aggregation method)"
            );
        }
        return model.Boolean("keepColumnName", false)
            ? "Keep original name(s)"
            : "Aggregation method (column name)";
    }

    /// <summary><c>SettingsModelString.getJavaUnescapedStringValue</c>.</summary>
    private static string Unescaped(string text) =>
        text.Contains('\\', StringComparison.Ordinal)
            ? text.Replace("\\t", "\t", StringComparison.Ordinal)
                .Replace("\\n", "\n", StringComparison.Ordinal)
                .Replace("\\r", "\r", StringComparison.Ordinal)
                .Replace("\\\"", "\"", StringComparison.Ordinal)
                .Replace("\\\\", "\\", StringComparison.Ordinal)
            : text;

    private static string Summary(Settings settings)
    {
        var aggregations = settings
            .Aggregations.Take(2)
            .Select(each => $"{each.Method.Label} of {each.Name}");
        var rest = settings.Aggregations.Count - 2;
        var what = settings.Aggregations.Count == 0 ? "Groups" : string.Join(", ", aggregations);
        if (rest > 0)
        {
            what += $" and {rest} more";
        }
        var keys = settings.Columns is null
            ? "all columns"
            : string.Join(", ", settings.Columns.Take(3));
        return keys.Length == 0 ? $"{what} over all rows" : $"{what} by {keys}";
    }
}

using K2P.Nodes.Shared;
using K2P.Python;

namespace K2P.Nodes.Values;

/// <summary>Math Formula (Multi Column): computes columns of numbers, one for each chosen column.</summary>
/// <remarks>As <see cref="MathFormula"/>; <c>$$CURRENT_COLUMN$$</c> is the chosen column. New columns have its name with a suffix;
/// the key <c>append_column</c> means the opposite of what it says here.</remarks>
internal sealed class MathFormulaMultiColumn : NodeTranslator<MathFormulaMultiColumn.Settings>
{
    /// <param name="Expression">The expression as typed.</param>
    /// <param name="Columns">The columns.</param>
    /// <param name="Suffix">What the names of new columns end in; null where columns are replaced.</param>
    /// <param name="ToInteger">The results become integers.</param>
    internal sealed record Settings(
        string Expression,
        ColumnSelection Columns,
        string? Suffix,
        bool ToInteger
    );

    public override NodeInfo Info { get; } =
        new(
            "Math Formula (Multi Column)",
            ["org.knime.ext.jep.multicolumn.MultiColumnJEPNodeFactory"]
        )
        {
            Result = "computed",
            Limits =
                "Random numbers, statistics of arguments, and expressions whose parts are complex numbers.",
        };

    protected override Settings Read(SettingsReader model)
    {
        var suffix = model.Text("replaced_column");
        return new Settings(
            model.Text("expression"),
            ColumnSelection.Read(model, "column_selection"),
            model.Boolean("append_column") ? null : suffix,
            model.Boolean("convert_to_int", false)
        );
    }

    protected override IEnumerable<PyStatement> Translate(Settings settings, NodeContext node)
    {
        var table = node.Input();
        node.Summary = $"Compute columns: {MathTerm.OneLine(settings.Expression)}";
        settings.Columns.Report(node);
        var term = MathTerm.Read(settings.Expression, node);
        var others = MathTerm.ColumnsOf(term);
        var current = node.Local("values");
        PyName? numbers = null;
        if (others.Count > 0)
        {
            numbers = node.Local("numbers");
            yield return Py.Assign(numbers.Value, $"{table}[{others}].astype('float64')");
        }
        var writer = new JepWriter(
            node,
            table,
            name => Py.Expr($"{numbers!.Value}[{name}]"),
            current
        );
        var result = writer.Write(term);
        if (JepWriter.HidesGaps(term))
        {
            var known = Py.Expr($"{current}.notna()");
            if (numbers is { } more)
            {
                known = Py.Expr($"{known} & {more}.notna().all(axis=1)");
            }
            result = Py.Expr($"np.where({known}, {result}, np.nan)");
        }
        if (settings.ToInteger)
        {
            result = Py.Expr($"to_integers({result}, {table}.index)");
        }
        var name = node.Local("name");
        var computed = node.Local("computed");
        var target = settings.Suffix is { } suffix ? Py.Expr($"{name} + {suffix}") : name;
        yield return Py.Assign(computed, $"{{}}");
        yield return Py.For(
            $"{name} in {settings.Columns.Names(node, table, ColumnKinds.IsNumber)}",
            [
                Py.Assign(current, $"{table}[{name}].astype('float64')"),
                Py.Assign(Py.Expr($"{computed}[{target}]"), result),
            ]
        );
        yield return Py.Return($"{table}.assign(**{computed})");
    }
}

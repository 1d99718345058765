using K2P.Python;

namespace K2P.Nodes.Values;

/// <summary>Math Formula: computes a column of numbers from others, row by row.</summary>
/// <remarks>The expression language of JEP 2.4, which computes with doubles; a row with a gap in one of the columns gets a gap.</remarks>
internal sealed class MathFormula : NodeTranslator<MathFormula.Settings>
{
    /// <param name="Expression">The expression as typed.</param>
    /// <param name="Column">The column to append, or to replace where there is one of that name.</param>
    /// <param name="IsNew">It was meant to be new.</param>
    /// <param name="ToInteger">The result becomes an integer.</param>
    internal sealed record Settings(string Expression, string Column, bool IsNew, bool ToInteger);

    public override NodeInfo Info { get; } =
        new("Math Formula", ["org.knime.ext.jep.JEPNodeFactory"])
        {
            Result = "computed",
            Limits =
                "Random numbers, statistics of arguments, and expressions whose parts are complex numbers.",
        };

    protected override Settings Read(SettingsReader model) =>
        new(
            model.Text("expression"),
            model.Text("replaced_column"),
            model.Boolean("append_column"),
            model.Boolean("convert_to_int", false)
        );

    protected override IEnumerable<PyStatement> Translate(Settings settings, NodeContext node)
    {
        var table = node.Input();
        node.Summary =
            $"{(settings.IsNew ? "Append" : "Replace")} the column {settings.Column}: {MathTerm.OneLine(settings.Expression)}";
        var term = MathTerm.Read(settings.Expression, node);
        var names = MathTerm.ColumnsOf(term);
        PyExpression? numbers = null;
        if (names.Count > 0)
        {
            var local = node.Local(names.Count == 1 ? "values" : "numbers");
            yield return Py.Assign(
                local,
                names is [var only]
                    ? Py.Expr($"{table}[{only}].astype('float64')")
                    : Py.Expr($"{table}[{names}].astype('float64')")
            );
            numbers = local;
        }
        var writer = new JepWriter(
            node,
            table,
            name => names.Count == 1 ? numbers! : Py.Expr($"{numbers!}[{name}]"),
            null
        );
        var result = writer.Write(term);
        if (numbers is not null && JepWriter.HidesGaps(term))
        {
            var known =
                names.Count == 1
                    ? Py.Expr($"{numbers}.notna()")
                    : Py.Expr($"{numbers}.notna().all(axis=1)");
            result = Py.Expr($"np.where({known}, {result}, np.nan)");
        }
        if (settings.ToInteger)
        {
            result = Py.Expr($"to_integers({result}, {table}.index)");
        }
        yield return Py.Return(
            $"{table}.assign({new PyArguments { { settings.Column, result } }})"
        );
    }
}

using K2P.Nodes.Shared;
using K2P.Python;

namespace K2P.Nodes.Loops;

/// <summary>Column List Loop Start: one of the chosen columns in each round, with all that are not chosen.</summary>
/// <remarks><c>columnlist2.ColumnListLoopStartNodeModel</c>.</remarks>
internal sealed class ColumnListLoopStart : NodeTranslator<ColumnListLoopStart.Settings>
{
    /// <param name="Columns">The columns that take turns.</param>
    /// <param name="RunsWithoutAny">Where none is chosen there is one round with the whole table, else an error.</param>
    internal sealed record Settings(ColumnSelection Columns, bool RunsWithoutAny);

    public override NodeInfo Info { get; } =
        new(
            "Column List Loop Start",
            ["org.knime.base.node.meta.looper.columnlist2.ColumnListLoopStartNodeFactory"]
        )
        {
            Result = "round",
        };

    protected override Settings Read(SettingsReader model) =>
        new(ColumnSelection.Read(model, "column-filter"), model.Boolean("no_columns_policy", true));

    protected override IEnumerable<PyStatement> Translate(Settings settings, NodeContext node)
    {
        node.Summary = "One of the columns per round";
        var table = node.Input();
        var (columns, iteration, column, others) = (
            node.Local("columns"),
            node.Local("iteration"),
            node.Local("column"),
            node.Local("others")
        );
        yield return Py.Assign(columns, settings.Columns.Names(node, table));
        yield return Py.If(
            $"not {columns}",
            settings.RunsWithoutAny
                ? [Rounds.Yield([table], Py.Expr($"{{'currentIteration': 0}}"))]
                : [Py.Raise($"ValueError('no column is chosen')")]
        );
        yield return Py.For(
            $"{iteration}, {column} in enumerate({columns})",
            [
                Py.Assign(others, $"[each for each in {columns} if each != {column}]"),
                Rounds.Yield(
                    [Py.Expr($"{table}.drop(columns={others})")],
                    Py.Expr($"{{'currentColumnName': {column}, 'currentIteration': {iteration}}}")
                ),
            ]
        );
    }
}

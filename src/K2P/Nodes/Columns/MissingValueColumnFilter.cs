using K2P.Nodes.Shared;
using K2P.Python;

namespace K2P.Nodes.Columns;

/// <summary>Missing Value Column Filter: drops columns that have too many missing values.</summary>
/// <remarks><c>MissingValueColumnFilterNodeModel</c>; the older node knows the percentage alone. In an empty table the percentage of no column is reached.</remarks>
internal sealed class MissingValueColumnFilter : NodeTranslator<MissingValueColumnFilter.Settings>
{
    /// <param name="Columns">The columns that may be dropped.</param>
    /// <param name="Criterion">When a column is dropped.</param>
    /// <param name="Percentage">The least percentage of missing values.</param>
    /// <param name="Number">The least number of missing values.</param>
    internal sealed record Settings(
        ColumnSelection Columns,
        string Criterion,
        double Percentage,
        long Number
    );

    public override NodeInfo Info { get; } =
        new(
            "Missing Value Column Filter",
            [
                "org.knime.base.node.preproc.filter.missingvaluecolfilter.MissingValueColumnFilterNodeFactory",
            ]
        )
        {
            Result = "filtered",
        };

    protected override Settings Read(SettingsReader model) =>
        new(
            ColumnSelection.Read(
                model,
                model.Has("columnFilter") ? "columnFilter" : "column-filter"
            ),
            model.Has("removeColumnsBy")
                ? model.OneOf("removeColumnsBy", "SOME", "ONLY", "PERCENTAGE", "NUMBER")
                : "PERCENTAGE",
            model.Double("missing_value_percentage", 100),
            model.Long("number", 1)
        );

    protected override IEnumerable<PyStatement> Translate(Settings settings, NodeContext node)
    {
        var table = node.Input();
        settings.Columns.Report(node);
        var names = node.Local("names");
        var name = node.Local("name");
        var dropped = node.Local("dropped");
        var missing = Py.Expr($"{table}[{name}].isna()");
        var (condition, summary) = settings.Criterion switch
        {
            "SOME" => (Py.Expr($"{missing}.any()"), "with a missing value"),
            "ONLY" => (Py.Expr($"{missing}.all()"), "that have only missing values"),
            "NUMBER" => (
                Py.Expr($"{missing}.sum() >= {settings.Number}"),
                $"with at least {settings.Number} missing values"
            ),
            _ => (
                Py.Expr($"{missing}.mean() * 100 >= {settings.Percentage}"),
                FormattableString.Invariant($"with at least {settings.Percentage} % missing values")
            ),
        };
        node.Summary = $"Drop columns {summary}";
        yield return Py.Assign(names, settings.Columns.Names(node, table, each: name));
        yield return Py.Assign(dropped, $"[{name} for {name} in {names} if {condition}]");
        yield return Py.Return($"{table}.drop(columns={dropped})");
    }
}

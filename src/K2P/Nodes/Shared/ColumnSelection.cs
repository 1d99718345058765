using K2P.Python;

namespace K2P.Nodes.Shared;

/// <summary>Which columns of a table a node works on: chosen by name, by a pattern of names, or by type.</summary>
/// <remarks>The panel "column filter" (<c>DataColumnSpecFilterConfiguration</c>, <c>SettingsModelColumnFilter2</c>,
/// <c>SettingsModelFilterString</c>, <c>ColumnFilter</c> of the newer dialogs); <see cref="ColumnSelectionReader"/> reads each.
/// Names that are not in the table are passed over, as in KNIME.</remarks>
internal abstract record ColumnSelection
{
    /// <summary>Every column.</summary>
    public static ColumnSelection Everything { get; } = new AllBut([]);

    /// <summary>The panel's settings at that key, in whichever format they are.</summary>
    public static ColumnSelection Read(SettingsReader model, string key) =>
        ColumnSelectionReader.Read(model.Config(key));

    /// <summary>The condition on a column's name, and on the column where its type counts; null where every column is chosen.</summary>
    protected abstract PyExpression? Condition(PyName name, PyExpression column);

    /// <summary>What the function does with these columns: <c>Keep 2 columns</c>.</summary>
    public abstract string Summary { get; }

    /// <summary>True where no column can be chosen.</summary>
    public virtual bool IsEmpty => false;

    /// <summary>Says what a DataFrame cannot tell; call once in the translation.</summary>
    public virtual void Report(NodeContext node) { }

    /// <summary>The table with only these columns.</summary>
    public virtual PyExpression Keep(NodeContext node, PyExpression table)
    {
        Report(node);
        return Py.Expr($"{table}[{Names(node, table)}]");
    }

    /// <summary>The list of the chosen names, in the table's order.</summary>
    /// <param name="node">The node.</param>
    /// <param name="table">The table.</param>
    /// <param name="compatible">The condition on a column that it is of a type that the node can use (<see cref="ColumnKinds"/>).</param>
    /// <param name="each">The name of the loop's variable; a new one where there is none.</param>
    public PyExpression Names(
        NodeContext node,
        PyExpression table,
        Func<PyExpression, PyExpression>? compatible = null,
        PyName? each = null
    )
    {
        var name = each ?? node.Local("name");
        var column = Py.Expr($"{table}[{name}]");
        return (Condition(name, column), compatible?.Invoke(column)) switch
        {
            (null, null) => Py.Expr($"list({table}.columns)"),
            (null, var type) => Py.Expr($"[{name} for {name} in {table}.columns if {type}]"),
            (var choice, null) => Py.Expr($"[{name} for {name} in {table}.columns if {choice}]"),
            var (choice, type) => Py.Expr(
                $"[{name} for {name} in {table}.columns if {choice} and {type}]"
            ),
        };
    }

    protected static string Columns(int count) => count == 1 ? "1 column" : $"{count} columns";

    /// <summary>These names and no others ("enforce inclusion").</summary>
    internal sealed record Only(IReadOnlyList<string> Included) : ColumnSelection
    {
        public override string Summary => $"Keep {Columns(Included.Count)}";

        public override bool IsEmpty => Included.Count == 0;

        public override PyExpression Keep(NodeContext node, PyExpression table) =>
            Py.Expr($"{table}.loc[:, {table}.columns.isin({Included})]");

        protected override PyExpression Condition(PyName name, PyExpression column) =>
            Py.Expr($"{name} in {Included}");
    }

    /// <summary>All but these names: columns that the dialog did not know are in ("enforce exclusion").</summary>
    internal sealed record AllBut(IReadOnlyList<string> Excluded) : ColumnSelection
    {
        public override string Summary =>
            Excluded.Count == 0 ? "Keep all columns" : $"Drop {Columns(Excluded.Count)}";

        public override PyExpression Keep(NodeContext node, PyExpression table) =>
            Excluded.Count == 0
                ? table
                : Py.Expr($"{table}.drop(columns={Excluded}, errors='ignore')");

        protected override PyExpression? Condition(PyName name, PyExpression column) =>
            Excluded.Count == 0 ? null : Py.Expr($"{name} not in {Excluded}");
    }

    /// <summary>Names that match a pattern of Python's <c>re</c>, or that do not.</summary>
    internal sealed record Matching(string Shown, string Pattern, bool IgnoresCase, bool IsInverted)
        : ColumnSelection
    {
        public override string Summary =>
            $"Keep the columns whose names {(IsInverted ? "do not match" : "match")} {Shown}";

        protected override PyExpression Condition(PyName name, PyExpression column)
        {
            var match = IgnoresCase
                ? Py.Expr($"re.fullmatch({Pattern}, {name}, re.IGNORECASE)")
                : Py.Expr($"re.fullmatch({Pattern}, {name})");
            return IsInverted ? Py.Expr($"not {match}") : match;
        }
    }

    /// <summary>Columns whose preferred value class was chosen.</summary>
    internal sealed record OfTypes(IReadOnlyList<string> Chosen, IReadOnlyList<string> Rejected)
        : ColumnSelection
    {
        private IReadOnlyList<string> Kinds => [.. Chosen.Select(ColumnKinds.Of).Distinct()];

        public override string Summary =>
            Chosen.Count == 0
                ? "Keep no column"
                : $"Keep the {string.Join(" and ", Kinds)} columns";

        public override bool IsEmpty => Chosen.Count == 0;

        public override void Report(NodeContext node)
        {
            if (ColumnKinds.Ambiguous(Chosen, Rejected) is { Count: > 0 } ambiguous)
            {
                node.Partial(
                    $"Columns are chosen by type, and a DataFrame holds several of KNIME's types as {string.Join(", ", ambiguous)}: all of these are taken."
                );
            }
        }

        protected override PyExpression Condition(PyName name, PyExpression column) =>
            Kinds is [var kind]
                ? Py.Expr($"column_kind({column}) == {kind}")
                : Py.Expr($"column_kind({column}) in {Kinds}");
    }
}

using K2P.Nodes.Shared;
using K2P.Python;

namespace K2P.Nodes.Rows;

/// <summary>Sorter: orders the rows by columns or RowIDs.</summary>
/// <remarks><c>SorterNodeModel</c>: a stable sort in which missing cells are the least ones, or always last.</remarks>
internal sealed class Sorter : NodeTranslator<Sorter.Settings>
{
    internal sealed record Settings(IReadOnlyList<Criterion> Criteria);

    /// <summary>One column to sort by.</summary>
    /// <param name="Column">Its name; null for the RowID.</param>
    /// <param name="IsAscending">Least first.</param>
    /// <param name="IsNatural">Numbers in texts count by value.</param>
    /// <param name="MissingLast">Missing cells come last.</param>
    internal sealed record Criterion(
        string? Column,
        bool IsAscending,
        bool IsNatural,
        bool MissingLast
    );

    public override NodeInfo Info { get; } =
        new("Sorter", ["org.knime.base.node.preproc.sorter.SorterNodeFactory"])
        {
            Result = "sorted",
        };

    protected override Settings Read(SettingsReader model)
    {
        model.Skip("the result is the same on disk", "sortinmemory");
        var alwaysLast = model.Boolean("missingToEnd", false);
        var criteria = model.TryConfig("sortingCriteria") is { } newer
            ? newer.Configs.Select(criterion => ReadCriterion(criterion, alwaysLast))
            : ReadOlder(model, alwaysLast);
        return new Settings([.. criteria.DistinctBy(criterion => criterion.Column)]);
    }

    private static Criterion ReadCriterion(SettingsReader criterion, bool alwaysLast)
    {
        var column = ColumnName.Read(criterion, criterion.Has("columnV2") ? "columnV2" : "column");
        if (column is { Name: null, IsRowId: false })
        {
            throw criterion.Manual("A criterion has no column.");
        }
        var isAscending = criterion.OneOf("sortingOrder", "ASCENDING", "DESCENDING") == "ASCENDING";
        return new Criterion(
            column.Name,
            isAscending,
            criterion.OneOf("stringComparison", "NATURAL", "LEXICOGRAPHIC") == "NATURAL",
            alwaysLast || !isAscending
        );
    }

    private static IEnumerable<Criterion> ReadOlder(SettingsReader model, bool alwaysLast)
    {
        const string RowId = "-ROWKEY -";
        const string Nothing = "- DO NOT SORT -";
        var names = model.Texts("incllist");
        var ascending = model.Texts("sortOrder");
        var natural = model.TextsOrNull("alphaNumStringComp");
        if (ascending.Count != names.Count || (natural is not null && natural.Count != names.Count))
        {
            throw model.Bad("sortOrder", "is of another length than the list of columns");
        }
        return names
            .Select(
                (name, i) =>
                    (
                        Name: name,
                        IsAscending: ascending[i] == "true",
                        IsNatural: natural?[i] == "true"
                    )
            )
            .Where(each => each.Name != Nothing)
            .Select(each => new Criterion(
                each.Name == RowId ? null : each.Name,
                each.IsAscending,
                each.IsNatural,
                alwaysLast || !each.IsAscending
            ));
    }

    protected override IEnumerable<PyStatement> Translate(Settings settings, NodeContext node)
    {
        var names = settings.Criteria.Select(each => each.Column ?? "RowID");
        node.Summary =
            settings.Criteria.Count == 0 ? "Keep the order" : $"Sort by {string.Join(", ", names)}";
        PyExpression table = node.Input();
        // pandas has one place for missing cells and one key per sort: what differs in them is sorted before, which a stable sort keeps.
        foreach (var run in Runs(settings.Criteria).Reverse())
        {
            table = run[0].Column is null ? SortByRowId(table, run[0]) : SortByColumns(table, run);
        }
        yield return Py.Return(table);
    }

    private static IEnumerable<List<Criterion>> Runs(IReadOnlyList<Criterion> criteria)
    {
        var run = new List<Criterion>();
        foreach (var criterion in criteria)
        {
            if (run.Count > 0 && !CanShareSort(run[0], criterion))
            {
                yield return run;
                run = [];
            }
            run.Add(criterion);
        }
        if (run.Count > 0)
        {
            yield return run;
        }
    }

    private static bool CanShareSort(Criterion one, Criterion other) =>
        one.Column is not null
        && other.Column is not null
        && one.IsNatural == other.IsNatural
        && one.MissingLast == other.MissingLast;

    private static PyExpression SortByColumns(PyExpression table, IReadOnlyList<Criterion> run)
    {
        var options = new PyArguments();
        if (run is [var only])
        {
            options.Add(PyExpression.Literal(only.Column));
        }
        else
        {
            options.Add(PyExpression.Literal(run.Select(each => each.Column)));
        }
        var directions = run.Select(each => each.IsAscending).ToList();
        if (directions.Distinct().Count() > 1)
        {
            options.Add("ascending", PyExpression.Literal(directions));
        }
        else if (!directions[0])
        {
            options.Add("ascending", false);
        }
        if (!run[0].MissingLast)
        {
            options.Add("na_position", "first");
        }
        if (run[0].IsNatural)
        {
            options.Add("key", Py.Expr($"natural_order"));
        }
        if (run.Count == 1)
        {
            options.Add("kind", "stable");
        }
        return Py.Expr($"{table}.sort_values({options})");
    }

    private static PyExpression SortByRowId(PyExpression table, Criterion criterion)
    {
        var options = new PyArguments();
        if (!criterion.IsAscending)
        {
            options.Add("ascending", false);
        }
        options.Add(
            "key",
            criterion.IsNatural ? Py.Expr($"natural_row_id_keys") : Py.Expr($"row_id_keys")
        );
        return Py.Expr($"{table}.sort_index({options})");
    }
}

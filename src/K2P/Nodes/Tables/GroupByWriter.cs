using K2P.Nodes.Shared;
using K2P.Python;

namespace K2P.Nodes.Tables;

/// <summary>Writes the statements of a GroupBy with aggregations.</summary>
internal sealed class GroupByWriter(GroupBy.Settings settings, NodeContext node, PyExpression table)
{
    private readonly PyName groups = node.Local("groups");
    private readonly Dictionary<string, int> taken = (settings.Columns ?? [])
        .Distinct()
        .ToDictionary(name => name, _ => 1);
    private readonly List<KeyValuePair<string, PyExpression>> dtypes = [];

    public IEnumerable<PyStatement> Write()
    {
        var isWhole = settings.Columns is [];
        var keys = GroupBy.Keys(settings, table);
        var rows = table;
        if (settings.Order == GroupBy.Order.OfValues)
        {
            var ordered = node.Local("ordered");
            yield return Py.Assign(
                ordered,
                $"{table}.sort_values({keys}, na_position='first', kind='stable')"
            );
            rows = ordered;
        }
        yield return isWhole
            ? Py.Assign(groups, $"{table}.groupby(np.zeros(len({table})))")
            : Py.Assign(groups, $"{rows}.groupby({keys}, dropna=False, sort=False)");
        var columns = settings.Aggregations.Select(Column).ToList();
        var made = Py.Expr($"{columns}");
        if (settings.Choices.Count > 0)
        {
            var names = node.Local("columns");
            yield return Py.Assign(names, made);
            foreach (var statement in Choices(names))
            {
                yield return statement;
            }
            made = names;
        }
        var result = isWhole
            ? Py.Expr($"pd.DataFrame({made}).reset_index(drop=True)")
            : Py.Expr($"pd.DataFrame({made}).reset_index()");
        if (dtypes.Count > 0)
        {
            result = Py.Expr($"{result}.astype({dtypes})");
        }
        if (settings.Order != GroupBy.Order.OfRowsNumberedByValues)
        {
            yield return Py.Return(result);
            yield break;
        }
        var found = node.Local("result");
        yield return Py.Assign(found, result);
        foreach (var statement in GroupBy.NumberedByValues(found, keys, node))
        {
            yield return statement;
        }
    }

    private KeyValuePair<string, PyExpression> Column(Aggregation.OfColumn aggregation)
    {
        var (before, behind) = Naming(aggregation);
        var name = Unique(before + aggregation.Name + behind);
        if (aggregation.Method.Dtype is { } dtype)
        {
            dtypes.Add(new(name, Py.Expr($"{dtype}")));
        }
        return new(name, Values(aggregation, Py.Expr($"{aggregation.Name}"), aggregation.Type));
    }

    /// <summary>One loop over the columns for the patterns, and one for the types of what is left.</summary>
    private IEnumerable<PyStatement> Choices(PyName columns)
    {
        List<string> used =
        [
            .. settings.Columns ?? [],
            .. settings.Aggregations.Select(a => a.Name),
        ];
        var patterns = settings.Choices.OfType<Aggregation.OfPattern>().ToList();
        var types = settings.Choices.OfType<Aggregation.OfType>().ToList();
        if (HasTwins(patterns) || HasTwins(types))
        {
            throw node.Manual("Two aggregations by pattern or type have the same method.");
        }
        if (patterns.Any(each => each.Method.Label == "Sum"))
        {
            node.Approximate("KNIME makes a sum of ints missing where it is too large for an int.");
        }
        if (patterns.Count > 0)
        {
            var name = node.Local("name");
            yield return Loop(
                name,
                columns,
                used,
                [
                    .. patterns.Select(each =>
                        (Condition(each, name), (Aggregation)each, (string?)null)
                    ),
                ]
            );
        }
        if (types.Count > 0)
        {
            if (patterns.Count > 0)
            {
                throw node.Manual("Aggregations are chosen by patterns and by types at once.");
            }
            var name = node.Local("name");
            yield return Loop(
                name,
                columns,
                used,
                [
                    .. types.Select(each =>
                        (Condition(each, name), (Aggregation)each, (string?)each.Type)
                    ),
                ]
            );
        }
    }

    private PyStatement Loop(
        PyName name,
        PyName columns,
        IReadOnlyList<string> used,
        IReadOnlyList<(PyExpression Condition, Aggregation Aggregation, string? Type)> choices
    )
    {
        var body = new List<PyStatement>();
        foreach (var (condition, aggregation, type) in choices)
        {
            var (before, behind) = Naming(aggregation);
            PyExpression target = name;
            target = before.Length > 0 ? Py.Expr($"{before} + {target}") : target;
            target = behind.Length > 0 ? Py.Expr($"{target} + {behind}") : target;
            var values = Values(aggregation, name, type);
            values = aggregation.Method.Dtype is { } dtype
                ? Py.Expr($"{values}.astype({dtype})")
                : values;
            body.Add(Py.If(condition, [Py.Assign(Py.Expr($"{columns}[{target}]"), values)]));
        }
        var rest =
            used.Count == 0
                ? Py.Expr($"{table}.columns")
                : Py.Expr($"{table}.columns.difference({used}, sort=False)");
        return Py.For($"{name} in {rest}", body);
    }

    private PyExpression Condition(Aggregation.OfPattern choice, PyName name)
    {
        var match = Py.Expr($"re.fullmatch({choice.Pattern}, {name})");
        return choice.Method.NeedsNumbers
            ? Py.Expr($"{match} and {ColumnKinds.IsNumber(Py.Expr($"{table}[{name}]"))}")
            : match;
    }

    private PyExpression Condition(Aggregation.OfType choice, PyName name)
    {
        var column = Py.Expr($"{table}[{name}]");
        if (choice is { IncludesSubtypes: true, Type: "DoubleCell" })
        {
            return ColumnKinds.IsNumber(column);
        }
        var kind = ColumnKinds.Of(choice.Type.Replace("Cell", "Value", StringComparison.Ordinal));
        if (kind is "integer" or "date" or "list")
        {
            node.Partial(
                $"An aggregation is chosen for columns of the type {choice.Type}; a DataFrame holds other types as {kind}, too, and they are taken as well."
            );
        }
        return Py.Expr($"column_kind({column}) == {kind}");
    }

    private PyExpression Values(Aggregation aggregation, PyExpression column, string? type)
    {
        if (aggregation.Method.Doubt is { } doubt)
        {
            node.Approximate(doubt);
        }
        return aggregation.Method.Values(
            new GroupCells(
                table,
                groups,
                column,
                type,
                aggregation.Method.HasMissingOption && aggregation.IncludesMissing,
                settings.Limit,
                settings.Delimiter
            )
        );
    }

    private (string Before, string Behind) Naming(Aggregation aggregation) =>
        aggregation.Method.Naming(settings.NamePolicy, aggregation.IncludesMissing);

    /// <summary>A name that is taken gets a number behind it (<c>GroupByTable.createGroupByTableSpec</c>).</summary>
    private string Unique(string name)
    {
        if (taken.TryGetValue(name, out var count))
        {
            taken[name] = count + 1;
            return $"{name}_{count}";
        }
        taken[name] = 1;
        return name;
    }

    private static bool HasTwins(IEnumerable<Aggregation> choices) =>
        choices.GroupBy(each => (each.Method.Label, each.IncludesMissing)).Any(g => g.Count() > 1);
}

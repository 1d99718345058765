using K2P.Python;

namespace K2P.Nodes.Rows;

/// <summary>A condition on the rows of a table.</summary>
/// <param name="Text">The condition in words, for docstrings.</param>
/// <param name="Mask">The table's expression to the mask of the rows that meet it.</param>
internal sealed record RowTest(string Text, Func<PyExpression, PyExpression> Mask)
{
    /// <summary>True where the mask holds <c>NA</c> for missing cells; such rows do not meet the condition.</summary>
    public bool MayBeMissing { get; init; }

    /// <summary>The table with only the rows that meet the condition, where that is shorter than a mask.</summary>
    public Func<PyExpression, PyExpression>? Keep { get; init; }

    /// <summary>The table without the rows that meet the condition, where that is shorter than a mask.</summary>
    public Func<PyExpression, PyExpression>? Drop { get; init; }

    /// <summary>The mask of the rows that do not meet the condition, where that is shorter than <c>~</c>.</summary>
    public Func<PyExpression, PyExpression>? Opposite { get; init; }

    /// <summary>The opposite condition in words.</summary>
    public string OppositeText { get; init; } = $"not ({Text})";

    /// <summary>Every row, or none.</summary>
    public static RowTest Always(bool isMet) =>
        new(isMet ? "any row" : "no row", table => Py.Expr($"np.full(len({table}), {isMet})"))
        {
            Keep = table => isMet ? table : Py.Expr($"{table}.head(0)"),
            Drop = table => isMet ? Py.Expr($"{table}.head(0)") : table,
        };

    /// <summary>The rows at positions from the first (0 is the table's first) to before the end; null is the table's end.</summary>
    public static RowTest Positions(long first, long? end)
    {
        var text = end switch
        {
            null => $"row number > {first}",
            _ when first == 0 => $"row number <= {end}",
            _ when end == first + 1 => $"row number {end}",
            _ => $"row numbers {first + 1} to {end}",
        };
        return new RowTest(text, MaskOf)
        {
            Keep = table =>
                (first, end) switch
                {
                    (0, null) => table,
                    (0, { } count) => Py.Expr($"{table}.head({count})"),
                    (_, null) => Py.Expr($"{table}.iloc[{first}:]"),
                    (_, { } last) => Py.Expr($"{table}.iloc[{first}:{last}]"),
                },
            Drop = table =>
                (first, end) switch
                {
                    (0, { } count) => Py.Expr($"{table}.iloc[{count}:]"),
                    (_, null) => Py.Expr($"{table}.head({first})"),
                    (_, { } last) => Py.Expr($"{table}.drop(index={table}.index[{first}:{last}])"),
                },
        };

        PyExpression MaskOf(PyExpression table)
        {
            var number = Py.Expr($"np.arange(len({table}))");
            return (first, end) switch
            {
                (_, null) => Py.Expr($"{number} >= {first}"),
                (0, { } count) => Py.Expr($"{number} < {count}"),
                (_, { } last) when last == first + 1 => Py.Expr($"{number} == {first}"),
                (_, { } last) => Py.Expr($"({number} >= {first}) & ({number} < {last})"),
            };
        }
    }

    /// <summary>The last rows of the table.</summary>
    public static RowTest Last(long count) =>
        new(
            $"the last {count} rows",
            table => Py.Expr($"np.arange(len({table})) >= len({table}) - {count}")
        )
        {
            Keep = table => Py.Expr($"{table}.tail({count})"),
            Drop = table => count == 0 ? table : Py.Expr($"{table}.head(-{count})"),
        };

    /// <summary>All of the conditions, or any of them.</summary>
    public static RowTest Combine(bool all, IReadOnlyList<RowTest> tests)
    {
        if (tests is [var only])
        {
            return only;
        }
        return new RowTest(
            string.Join(all ? " and " : " or ", tests.Select(test => test.Text)),
            table =>
                tests
                    .Select(test => test.Mask(table))
                    .Aggregate(
                        (left, right) =>
                            all ? Py.Expr($"{left} & {right}") : Py.Expr($"{left} | {right}")
                    )
        )
        {
            MayBeMissing = tests.Any(test => test.MayBeMissing),
        };
    }

    /// <summary>The opposite condition; rows with a missing cell meet it where they do not meet this one.</summary>
    public RowTest Not() =>
        new(OppositeText, table => Opposite?.Invoke(table) ?? Py.Expr($"~{FullMask(table)}"))
        {
            Keep = Drop,
            Drop = Keep,
            Opposite = FullMask,
            OppositeText = Text,
        };

    /// <summary>The table with only the rows that meet the condition.</summary>
    public PyExpression Select(PyExpression table) =>
        Keep?.Invoke(table) ?? Py.Expr($"{table}[{Mask(table)}]");

    /// <summary>The mask without <c>NA</c>.</summary>
    public PyExpression FullMask(PyExpression table) =>
        MayBeMissing ? Py.Expr($"{Mask(table)}.fillna(False)") : Mask(table);
}

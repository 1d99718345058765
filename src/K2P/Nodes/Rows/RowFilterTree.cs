namespace K2P.Nodes.Rows;

/// <summary>The condition of the older Row Filter and Row Splitter.</summary>
/// <remarks>The tree that <c>RowFilterFactory</c> writes: one filter, or <c>AND</c>, <c>OR</c> and <c>NOT</c> of others.</remarks>
internal static class RowFilterTree
{
    private const TextTests.Case IgnoreCase = TextTests.Case.Ignored;

    /// <summary>The condition of a node's settings.</summary>
    public static RowTest Read(SettingsReader model) => ReadFilter(model.Config("rowFilter"));

    private static RowTest ReadFilter(SettingsReader filter) =>
        filter.Text("RowFilter_TypeID") switch
        {
            "StringComp_RowFilter" => ReadTextTest(filter),
            "RangeVal_RowFilter" => ReadRange(filter),
            "MissingVal_RowFilter" => If(
                filter,
                CellTests.IsMissing(ReadColumn(filter)),
                "include"
            ),
            "ColVal_RowFilter" => ReadOldest(filter),
            "RowNumber_RowFilter" => ReadPositions(filter),
            "RowID_RowFilter" => ReadRowIdTest(filter),
            "AND_RowFilter" => ReadPair(filter, all: true),
            "OR_RowFilter" => ReadPair(filter, all: false),
            "Inverter_RowFilter" => ReadFilter(filter.Config("ConfigFilterIn")).Not(),
            "Tauto_RowFilter" => RowTest.Always(true),
            "Kontra_RowFilter" => RowTest.Always(false),
            var other => throw filter.Manual($"The filter '{other}' is not known."),
        };

    private static RowTest If(SettingsReader filter, RowTest test, string key) =>
        filter.Boolean(key) ? test : test.Not();

    private static RowTest ReadPair(SettingsReader filter, bool all) =>
        RowTest.Combine(
            all,
            [ReadFilter(filter.Config("ConfigFilter1")), ReadFilter(filter.Config("ConfigFilter2"))]
        );

    private static string ReadColumn(SettingsReader filter)
    {
        if (filter.Boolean("deepFiltering", false))
        {
            throw filter.Manual("The condition looks into the elements of collections.");
        }
        return filter.Text("ColumnName");
    }

    private static RowTest ReadTextTest(SettingsReader filter)
    {
        var subject = TextTests.Subject.AnyColumn(ReadColumn(filter));
        var letters = filter.Boolean("CaseSensitive") ? TextTests.Case.Matters : IgnoreCase;
        var pattern = filter.Text("Pattern");
        var test = (filter.Boolean("hasWildCards"), filter.Boolean("isRegExpr")) switch
        {
            (true, _) => TextTests.Wildcard(subject, pattern, letters),
            (_, true) => TextTests.Matches(subject, pattern, letters)
                ?? throw NoPattern(filter, pattern),
            _ => TextTests.Is(subject, pattern, letters),
        };
        return If(filter, test, "include");
    }

    private static RowTest ReadRange(SettingsReader filter) =>
        If(
            filter,
            ReadBounds(filter, ReadColumn(filter), "lowerBound", "upperBound")
                ?? throw filter.Bad("lowerBound", "and the upper one are missing"),
            "include"
        );

    /// <summary><c>ColValFilterOldObsolete</c>, the column filter of KNIME 1.</summary>
    private static RowTest ReadOldest(SettingsReader filter)
    {
        var column = filter.Text("ColValRowFilterColName");
        var letters = filter.Boolean("ColValRowFilterCaseSense")
            ? TextTests.Case.Matters
            : IgnoreCase;
        var fromStart = filter.Boolean("ColValRowFilterStart");
        var pattern = filter.TextOrNull("ColValRowFilterPattern");
        var bounds = ReadBounds(
            filter,
            column,
            "ColValRowFilterLowerBound",
            "ColValRowFilterUpperBound"
        );
        var isMissing = filter.Boolean("ColValFilterMissValues", false);
        var test =
            isMissing ? CellTests.IsMissing(column)
            : pattern is null ? bounds ?? throw filter.Manual("The filter has no condition.")
            : TextTests.Matches(TextTests.Subject.AnyColumn(column), pattern, letters, fromStart)
                ?? throw NoPattern(filter, pattern);
        return If(filter, test, "ColValRowFilterInclude");
    }

    private static RowTest? ReadBounds(
        SettingsReader filter,
        string column,
        string lowerKey,
        string upperKey
    )
    {
        var (lower, lowerText) = ReadCell(filter, lowerKey);
        var (upper, upperText) = ReadCell(filter, upperKey);
        if (lowerText is not null || upperText is not null)
        {
            return CellTests.BetweenTexts(column, lowerText, upperText);
        }
        return lower is null && upper is null ? null : CellTests.Between(column, lower, upper);
    }

    /// <summary>A cell as <c>addDataCell</c> writes it: a number or a text.</summary>
    private static (CellTests.Value? Value, string? Text) ReadCell(
        SettingsReader filter,
        string key
    )
    {
        const string Cells = "org.knime.core.data.def.";
        if (filter.TryConfig(key) is not { } cell || cell.TextOrNull("datacell") is not { } type)
        {
            return default;
        }
        var content = cell.Config(type);
        return type switch
        {
            Cells + "IntCell" => (CellTests.Value.Of(content.Long("IntCell")), null),
            Cells + "LongCell" => (CellTests.Value.Of(content.Long("LongCell")), null),
            Cells + "DoubleCell" => (CellTests.Value.Of(content.Double("DoubleCell")), null),
            Cells + "StringCell" => (null, content.Text("StringCell")),
            _ => throw filter.Manual($"The bound is a '{type}'."),
        };
    }

    private static RowTest ReadPositions(SettingsReader filter)
    {
        var first = filter.Has("RowRangeStartLong")
            ? filter.Long("RowRangeStartLong")
            : filter.Long("RowRangeStart");
        var last = filter.Has("RowRangeEndLong")
            ? filter.Long("RowRangeEndLong")
            : filter.Long("RowRangeEnd");
        if (first < 0 || (last != -1 && last < first))
        {
            throw filter.Manual($"The rows from {first} to {last} are no range.");
        }
        return If(
            filter,
            RowTest.Positions(first, last == -1 ? null : last + 1),
            "RowRangeInclude"
        );
    }

    private static RowTest ReadRowIdTest(SettingsReader filter)
    {
        var pattern = filter.Text("RegExprRowFilterPattern");
        var letters = filter.Boolean("RegExprRowFilterCaseSense")
            ? TextTests.Case.Matters
            : IgnoreCase;
        var fromStart = filter.Boolean("RegExprRowFilterStart");
        var test =
            TextTests.Matches(TextTests.Subject.RowId, pattern, letters, fromStart)
            ?? throw NoPattern(filter, pattern);
        return If(filter, test, "RegExprRowFilterInclude");
    }

    private static UntranslatableException NoPattern(SettingsReader filter, string pattern) =>
        filter.Manual(
            $"The regular expression '{pattern}' has parts that Python's re does not have."
        );
}

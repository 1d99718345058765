using System.Globalization;

namespace K2P.Nodes.Rows;

/// <summary>The condition of the Row Filter and Row Splitter of KNIME 5.3 and later.</summary>
/// <remarks><c>AbstractRowFilterNodeSettings</c>: a list of criteria, of which all or any must be met. Until KNIME 5.9 the values
/// stand in <c>predicateValues</c>, later in <c>filterValueParameters</c>.</remarks>
internal sealed record RowFilterCriteria(RowTest Test, string? Doubt)
{
    private const string Cells = "org.knime.core.data.def.";

    /// <summary>The criteria of a node's settings; the output mode is taken into account.</summary>
    public static RowFilterCriteria Read(SettingsReader model)
    {
        model.Skip("domains are not part of a DataFrame", "domains");
        var all = model.OneOf("matchCriteria", "AND", "OR") == "AND";
        var isInverted = model.OneOf("outputMode", "MATCHING", "NON_MATCHING") == "NON_MATCHING";
        var criteria = model.Config("predicates").Configs;
        if (criteria.Count == 0)
        {
            throw model.Manual("There are no criteria.");
        }
        var tests = criteria.Select(ReadCriterion).ToList();
        var numbered = criteria.Count(HasNewRowNumber);
        var test = RowTest.Combine(all, tests);
        return new RowFilterCriteria(
            isInverted ? test.Not() : test,
            numbered > 0 && numbered < criteria.Count
                ? "KNIME 5.10 takes a row number for one higher where it is combined with criteria on columns; this does what the dialog says."
                : null
        );
    }

    /// <summary>Says where KNIME may give another result.</summary>
    public void Report(NodeContext node)
    {
        if (Doubt is not null)
        {
            node.Approximate(Doubt);
        }
    }

    private static bool HasNewRowNumber(SettingsReader criterion) =>
        criterion.TryConfig("filterValueParameters")?.TextOrNull("@class") is { } type
        && type.EndsWith(".RowNumberParameters", StringComparison.Ordinal);

    private static RowTest ReadCriterion(SettingsReader criterion)
    {
        criterion.Skip("says only how far the dialog knew the column", "expectColumnTypePresent");
        var comparison = criterion.Text("operator");
        var (column, special) = ReadColumn(criterion);
        var value = ReadValue(criterion);
        return special switch
        {
            "ROW_ID" => ReadRowId(criterion, comparison, value),
            "ROW_NUMBER" => ReadRowNumber(criterion, comparison, value),
            null when column is not null => ReadCells(criterion, column, comparison, value),
            _ => throw criterion.Manual($"The column choice '{special}' is not known."),
        };
    }

    private static (string? Column, string? Special) ReadColumn(SettingsReader criterion)
    {
        if (criterion.TryConfig("columnV2") is { } newer)
        {
            return (newer.TextOrNull("regularChoice"), newer.TextOrNull("specialChoice_Internals"));
        }
        var selected = criterion.Config("column").Text("selected");
        return selected switch
        {
            "<row-keys>" => (null, "ROW_ID"),
            "<row-numbers>" => (null, "ROW_NUMBER"),
            _ => (selected, null),
        };
    }

    /// <summary>What a criterion compares with.</summary>
    /// <param name="Type">The cell class: of the value, or of the column where the value is a text for any type.</param>
    private sealed record Operand(string? Type, string? Text, bool MindsCase);

    private static Operand ReadValue(SettingsReader criterion)
    {
        if (criterion.TryConfig("predicateValues") is { } older)
        {
            older.Skip("there is one kind", "inputKind");
            if (older.Config("values").Configs is not [var single])
            {
                return new Operand(null, null, true);
            }
            var type = single.Config("typeIdentifier");
            type.Skip("the class says it", "is_null");
            var isSensitive =
                single
                    .TryConfig("stringCaseMatching")
                    ?.OneOf("caseMatching", "CASESENSITIVE", "CASEINSENSITIVE")
                != "CASEINSENSITIVE";
            return new Operand(
                type.TextOrNull("cell_class"),
                single.TextOrNull("value"),
                isSensitive
            );
        }
        var columnType = criterion.TryConfig("columnType");
        columnType?.Skip("the class says it", "is_null");
        var columnClass = columnType?.TextOrNull("cell_class");
        if (criterion.TryConfig("filterValueParameters") is not { } newer)
        {
            return new Operand(columnClass, null, true);
        }
        var parameters = newer.TextOrNull("@class");
        var sensitive =
            !newer.Has("caseSensitivity")
            || newer.OneOf("caseSensitivity", "CASE_SENSITIVE", "CASE_INSENSITIVE")
                == "CASE_SENSITIVE";
        var text = newer.TextOrNull(newer.Has("pattern") ? "pattern" : "value");
        return parameters?.Split('.')[^1] switch
        {
            "IntParameters" => new Operand(Cells + "IntCell", text, sensitive),
            "LongParameters" or "RowNumberParameters" => new Operand(
                Cells + "LongCell",
                text,
                sensitive
            ),
            "DoubleParameters" => new Operand(Cells + "DoubleCell", text, sensitive),
            "StringWithCaseParameters" or "RowKeyEqualsParameters" or "PatternWithCaseParameters" =>
                new Operand(Cells + "StringCell", text, sensitive),
            "PatternFilterParameters" => new Operand(Cells + "StringCell", text, false),
            "SingleStringParameters" => new Operand(columnClass, text, sensitive),
            null => new Operand(columnClass, text, sensitive),
            var other => throw newer.Manual(
                $"The criterion's value is of the unknown kind '{other}'."
            ),
        };
    }

    private static RowTest ReadRowId(SettingsReader criterion, string comparison, Operand value)
    {
        var wanted = value.Text ?? throw criterion.Manual("The criterion has no value.");
        var test = TextTest(
            criterion,
            TextTests.Subject.RowId,
            comparison,
            wanted,
            value.MindsCase
        );
        return test ?? throw Unknown(criterion, comparison);
    }

    private static RowTest? TextTest(
        SettingsReader criterion,
        TextTests.Subject subject,
        string comparison,
        string wanted,
        bool mindsCase
    )
    {
        var patterns = mindsCase ? TextTests.Case.Matters : TextTests.Case.IgnoredInAscii;
        var same = TextTests.Is(
            subject,
            wanted,
            mindsCase ? TextTests.Case.Matters : TextTests.Case.Ignored
        );
        return comparison switch
        {
            "EQ" => same,
            "NEQ_MISS" => same.Not(),
            "NEQ" when subject.IsNeverMissing => same.Not(),
            "NEQ" => RowTest.Combine(
                all: true,
                [CellTests.IsMissing(subject.Name).Not(), same.Not()]
            ),
            "WILDCARD" => TextTests.Wildcard(subject, wanted, patterns),
            "REGEX" => TextTests.Matches(subject, wanted, patterns)
                ?? throw criterion.Manual(
                    $"The regular expression '{wanted}' has parts that Python's re does not have."
                ),
            _ => null,
        };
    }

    private static RowTest ReadRowNumber(SettingsReader criterion, string comparison, Operand value)
    {
        if (comparison is "REGEX" or "WILDCARD")
        {
            throw criterion.Manual("The row number is matched with a pattern.");
        }
        if (!long.TryParse(value.Text, CultureInfo.InvariantCulture, out var number) || number < 0)
        {
            throw criterion.Manual($"The row number '{value.Text}' is no number.");
        }
        return comparison switch
        {
            "EQ" => RowTest.Positions(number - 1, number),
            "NEQ" or "NEQ_MISS" => RowTest.Positions(number - 1, number).Not(),
            "LT" => RowTest.Positions(0, number - 1),
            "LTE" or "FIRST_N_ROWS" => RowTest.Positions(0, number),
            "GT" => RowTest.Positions(number, null),
            "GTE" => RowTest.Positions(number - 1, null),
            "LAST_N_ROWS" => RowTest.Last(number),
            _ => throw Unknown(criterion, comparison),
        };
    }

    private static RowTest ReadCells(
        SettingsReader criterion,
        string column,
        string comparison,
        Operand value
    )
    {
        switch (comparison)
        {
            case "IS_MISSING":
                return CellTests.IsMissing(column);
            case "IS_NOT_MISSING":
                return CellTests.IsMissing(column).Not();
            case "IS_TRUE":
                return CellTests.IsTrue(column, true);
            case "IS_FALSE":
                return CellTests.IsTrue(column, false);
        }
        var wanted = value.Text ?? throw criterion.Manual("The criterion has no value.");
        var test = value.Type switch
        {
            Cells + "StringCell" => TextTest(
                criterion,
                comparison is "WILDCARD" or "REGEX"
                    ? TextTests.Subject.AnyColumn(column)
                    : TextTests.Subject.TextColumn(column),
                comparison,
                wanted,
                value.MindsCase
            ),
            Cells + "IntCell"
            or Cells + "LongCell"
                when long.TryParse(wanted, CultureInfo.InvariantCulture, out var number) =>
                CellTests.Compare(column, comparison, CellTests.Value.Of(number)),
            Cells + "DoubleCell"
                when double.TryParse(wanted, CultureInfo.InvariantCulture, out var number) =>
                CellTests.Compare(column, comparison, CellTests.Value.Of(number)),
            "org.knime.core.data.time.localdate.LocalDateCell"
            or "org.knime.core.data.time.localdatetime.LocalDateTimeCell" => CellTests.Compare(
                column,
                comparison,
                CellTests.Value.OfDate(wanted)
            ),
            _ => throw criterion.Manual(
                $"The criterion compares with a value of the type '{value.Type}'."
            ),
        };
        return test ?? throw Unknown(criterion, comparison);
    }

    private static UntranslatableException Unknown(SettingsReader criterion, string comparison) =>
        criterion.Manual($"The operator '{comparison}' is not known for this column.");
}

using K2P.Python;

namespace K2P.Nodes.IO;

/// <summary>File Reader until 4.1: text cut by KNIME's own tokenizer, types as the dialog found them.</summary>
internal sealed class OldFileReader : NodeTranslator<OldFileReader.Settings>
{
    internal sealed record Settings(
        FileLocation Location,
        string Encoding,
        int SkippedLines,
        TokenFormat Format,
        bool HasHeader,
        bool HasRowIds,
        string RowPrefix,
        long Limit,
        string Decimal,
        string Thousands,
        IReadOnlyList<ColumnProperty> Columns
    );

    public override NodeInfo Info { get; } =
        new("File Reader", ["org.knime.base.node.io.filereader.FileReaderNodeFactory"])
        {
            Inputs = [],
            Limits = "RowIDs that must be made unique.",
        };

    protected override Settings Read(SettingsReader model)
    {
        model.Skip(
            "they served the dialog",
            "TableName",
            "PreserveSettings",
            "ColNumDetermLine",
            "ConnectTimeoutInSeconds",
            "delimsAtEOLuserVal",
            "NewLineInQuotes",
            "numOfColumns",
            "ignEmtpyTokensAtEOR",
            "acceptShortLines",
            "CombineMultDelims",
            "AnalyzedAllRows"
        );
        foreach (var key in new[] { "MissingPatterns", "FormatParameter" })
        {
            // The columns' own patterns and formats stand with the columns; these are left over from older files.
            if (model.TryConfig(key) is { } old && old.Keys.Any())
            {
                throw model.Manual($"The setting '{key}' is not empty.");
            }
        }
        if (!model.Boolean("ignoreEmptyLines", true))
        {
            throw model.Manual("Empty lines are rows of their own.");
        }
        if (model.Boolean("uniquifyRowID", false))
        {
            throw model.Manual("RowIDs that occur twice are made unique.");
        }
        var global = model.TextOrNull("globalMissPattern");
        return new(
            FileLocation.Of(model.Text("DataURL")),
            Charsets.Python(model, "CharsetName"),
            model.Integer("SkipFirstLines", 0),
            TokenFormat.Read(model),
            model.Boolean("hasColHdr"),
            model.Boolean("hasRowHdr"),
            model.Text("rowPrefix", "Row"),
            model.Long("MaxNumOfRows", -1),
            model.Text("DecimalSeparator", "."),
            model.Text("ThrousandsSeparator", "").Replace("\0", ""),
            [
                .. ColumnProperty
                    .ReadAll(model.Config("ColumnProperties"))
                    .Select(column => column with { Missing = column.Missing ?? global }),
            ]
        );
    }

    protected override IEnumerable<PyStatement> Translate(Settings settings, NodeContext node)
    {
        node.Summary = $"Read {settings.Location.Name}";
        var source = settings.Location.Input(node);
        var rows = node.Local("rows");
        var table = node.Local("table");
        foreach (
            var step in settings.Format.ReadRows(
                rows,
                source,
                settings.Encoding,
                settings.SkippedLines
            )
        )
        {
            yield return step;
        }
        var columns = settings.Columns;
        var names = columns.Select(column => column.Name).ToList();
        var idName = "RowID";
        while (names.Contains(idName))
        {
            idName += "_";
        }
        if (settings.HasRowIds)
        {
            names.Insert(0, idName);
        }
        var first = settings.HasHeader ? 1 : 0;
        var cut =
            settings.Limit >= 0 ? Py.Expr($"{rows}[{first}:{first + settings.Limit}]")
            : first > 0 ? Py.Expr($"{rows}[1:]")
            : rows;
        var made = new PyArguments { cut, PyExpression.Literal(names) };
        var missing = columns
            .Where(column => column.Missing is not null && !column.Skip)
            .Select(column => KeyValuePair.Create(column.Name, column.Missing!))
            .ToList();
        if (missing.Count > 0)
        {
            made.Add("missing", PyExpression.Literal(missing));
        }
        yield return Py.Assign(table, $"token_table({made})");
        if (settings.HasRowIds)
        {
            yield return Py.Assign(table, $"with_row_ids({table}, {idName})");
        }
        else if (settings.RowPrefix != "Row")
        {
            yield return Py.Assign(
                table,
                $"{table}.set_axis({settings.RowPrefix} + {table}.index.astype(str), axis=0)"
            );
        }
        var skipped = columns.Where(column => column.Skip).Select(column => column.Name).ToList();
        if (skipped.Count > 0)
        {
            yield return Py.Assign(table, $"{table}.drop(columns={skipped})");
        }
        var numbers = new List<KeyValuePair<string, string>>();
        foreach (var column in columns.Where(column => !column.Skip))
        {
            if (CellTypes.NumberKind(column.CellClass) is { } kind)
            {
                numbers.Add(KeyValuePair.Create(column.Name, kind));
            }
            else if (!CellTypes.IsText(column.CellClass))
            {
                throw node.Manual(
                    $"Column '{column.Name}' has cells of the class {column.CellClass}."
                );
            }
        }
        if (numbers.Count > 0)
        {
            var arguments = new PyArguments { table, PyExpression.Literal(numbers) };
            if (settings.Decimal != ".")
            {
                arguments.Add("decimal", settings.Decimal);
            }
            if (settings.Thousands.Length > 0)
            {
                arguments.Add("thousands", settings.Thousands);
            }
            yield return Py.Assign(table, $"with_numbers({arguments})");
        }
        yield return Py.Return(table);
    }
}

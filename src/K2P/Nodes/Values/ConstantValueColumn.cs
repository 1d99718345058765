using K2P.Python;

namespace K2P.Nodes.Values;

/// <summary>Constant Value Column: fills new or present columns with one value each.</summary>
/// <remarks><c>ConstantValueColumnNodeModel</c> (one column, old dialog) and <c>ConstantValueColumnNodeModel2</c> (many, or missing values).</remarks>
internal sealed class ConstantValueColumn : NodeTranslator<ConstantValueColumn.Settings>
{
    private const string Newer =
        "org.knime.base.node.preproc.constantvalue.ConstantValueColumnNodeFactory2";

    internal sealed record Settings(IReadOnlyList<Column> Columns, bool Counts);

    /// <param name="Name">The column.</param>
    /// <param name="IsNew">It is appended; otherwise it is there and is replaced.</param>
    /// <param name="Type">The simple name of the cells' class.</param>
    /// <param name="Value">The value as text; null for missing values.</param>
    /// <param name="DateFormat">How to read a date of the old dialog.</param>
    internal sealed record Column(
        string Name,
        bool IsNew,
        string Type,
        string? Value,
        string? DateFormat
    );

    public override NodeInfo Info { get; } =
        new(
            "Constant Value Column",
            ["org.knime.base.node.preproc.constantvalue.ConstantValueColumnNodeFactory", Newer]
        )
        {
            Result = "extended",
            Limits =
                "XML and other structured values are kept as they were typed. No zoned dates, durations and periods.",
        };

    protected override Settings Read(SettingsReader model)
    {
        if (model.Factory == Newer)
        {
            var columns = model.Config("newColumnSettings");
            columns.Skip("it is the number of branches", "array-size");
            return new Settings([.. columns.Configs.Select(ReadNewer)], true);
        }
        var replaced = model.TextOrNull("replaced-column");
        var appended = model.TextOrNull("new-column-name");
        var format = model.Text("date-format", "");
        var type = model.OneOf(
            "column-type",
            "STRING",
            "INT",
            "LONG",
            "DOUBLE",
            "BOOLEAN",
            "DATE",
            "XML"
        );
        var column = new Column(
            replaced ?? appended ?? throw model.Bad("new-column-name", "is missing"),
            replaced is null,
            type switch
            {
                "STRING" => "StringCell",
                "INT" => "IntCell",
                "LONG" => "LongCell",
                "DOUBLE" => "DoubleCell",
                "BOOLEAN" => "BooleanCell",
                "DATE" => "DateAndTimeCell",
                _ => "XMLCell",
            },
            model.Text("column-value"),
            format
        );
        return new Settings([column], false);
    }

    private static Column ReadNewer(SettingsReader column)
    {
        var isNew = column.OneOf("replaceOrAppend", "APPEND", "REPLACE") == "APPEND";
        column.Skip("one of the two names is used", "columnNameToAppend", "columnNameToReplace");
        var type = column.Config("type");
        var cell = type.Text("cell_class");
        type.SkipAll("the class of the cells is enough");
        string? value = null;
        if (column.OneOf("customOrMissingValue", "CUSTOM", "MISSING") == "CUSTOM")
        {
            var parameters = column.Config("customValueParameters");
            parameters.Skip("it follows from the type", "@class");
            value = parameters.Text("value");
        }
        else
        {
            column.Skip("the values are missing", "customValueParameters");
        }
        return new Column(
            column.Text(isNew ? "columnNameToAppend" : "columnNameToReplace"),
            isNew,
            cell[(cell.LastIndexOf('.') + 1)..],
            value,
            null
        );
    }

    protected override IEnumerable<PyStatement> Translate(Settings settings, NodeContext node)
    {
        PyExpression result = node.Input();
        node.Summary = settings.Columns is [var only]
            ? $"{(only.IsNew ? "Append" : "Replace")} a column with a constant"
            : $"Fill {settings.Columns.Count} columns with constants";
        foreach (var (i, column) in settings.Columns.Index())
        {
            if (i > 0)
            {
                var filled = node.Local("filled");
                yield return Py.Assign(filled, result);
                result = filled;
            }
            var values = ConstantColumn.Of(column, result, node);
            if (!column.IsNew)
            {
                result = Py.Expr($"{result}.assign({new PyArguments { { column.Name, values } }})");
                continue;
            }
            var name = node.Local("name");
            yield return Py.Assign(
                name,
                settings.Counts
                    ? Py.Expr($"next_name({column.Name}, {result}.columns)")
                    : Py.Expr($"unique_name({column.Name}, {result}.columns)")
            );
            result = Py.Expr($"{result}.assign(**{{{name}: {values}}})");
        }
        yield return Py.Return(result);
    }
}

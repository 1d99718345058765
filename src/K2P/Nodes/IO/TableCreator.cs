using System.Globalization;
using K2P.Python;

namespace K2P.Nodes.IO;

/// <summary>Table Creator: a table that was typed in.</summary>
/// <remarks>The node of 5.4 and later stores whole columns, older ones single cells by row and column.</remarks>
internal sealed class TableCreator : NodeTranslator<TableCreator.Settings>
{
    /// <param name="Values">One text for each row; null is missing.</param>
    internal sealed record Column(string Name, string CellClass, IReadOnlyList<string?> Values);

    internal sealed record Settings(
        IReadOnlyList<Column> Columns,
        int Rows,
        string RowPrefix,
        string RowSuffix,
        int FirstRow
    );

    public override NodeInfo Info { get; } =
        new(
            "Table Creator",
            [
                "org.knime.base.node.io.tablecreator.TableCreator2NodeFactory",
                "org.knime.base.node.io.tablecreator.TableCreator3NodeFactory",
            ]
        )
        {
            Inputs = [],
            Limits = "Cells other than texts, numbers, booleans, dates and times.",
        };

    protected override Settings Read(SettingsReader model)
    {
        if (model.Has("numRows"))
        {
            var rows = model.Integer("numRows");
            var columns = model
                .Config("columns")
                .Configs.Select(column =>
                {
                    var type = column.Config("type");
                    type.Skip("a null type has no class", "is_null");
                    return new Column(
                        column.Text("name"),
                        type.Text("cell_class"),
                        column.NullableTexts("values") ?? []
                    );
                });
            return new([.. columns], rows, "Row", "", 0);
        }
        model.Skip("colours in the dialog", "highlightOutputTable");
        var properties = ColumnProperty.ReadAll(model.Config("columnProperties"));
        var rowNumbers = Numbers(model, "rowIndices");
        var columnNumbers = Numbers(model, "columnIndices");
        var values = model.Texts("values");
        var count = rowNumbers.DefaultIfEmpty(-1).Max() + 1;
        var cells = properties.Select(_ => Enumerable.Repeat("", count).ToArray()).ToList();
        for (var i = 0; i < values.Count; i++)
        {
            var (row, column) = (rowNumbers[i], columnNumbers[i]);
            if (row >= 0 && column >= 0)
            {
                (
                    column < cells.Count
                        ? cells[column]
                        : throw model.Bad("columnProperties", "lacks a column")
                )[row] = values[i];
            }
        }
        return new(
            [
                .. properties
                    .Select((property, i) => (property, Values: cells[i]))
                    .Where(column => !column.property.Skip)
                    .Select(column => new Column(
                        column.property.Name,
                        column.property.CellClass,
                        [
                            .. column.Values.Select(value =>
                                value == column.property.Missing ? null : value
                            ),
                        ]
                    )),
            ],
            count,
            model.Text("rowIdPrefix", ""),
            model.Text("rowIdSuffix", ""),
            model.Integer("rowIdStartValue")
        );
    }

    private static List<int> Numbers(SettingsReader model, string key) =>
        [.. model.Texts(key).Select(text => int.Parse(text, CultureInfo.InvariantCulture))];

    protected override IEnumerable<PyStatement> Translate(Settings settings, NodeContext node)
    {
        node.Summary =
            $"Make a table of {Count(settings.Rows, "row")} and {Count(settings.Columns.Count, "column")}";
        var data = settings.Columns.Select(column =>
            KeyValuePair.Create(
                column.Name,
                CellTypes.Array(column.CellClass, column.Values)
                    ?? throw node.Manual(
                        $"Column '{column.Name}' has cells of the class {column.CellClass}."
                    )
            )
        );
        var arguments = new PyArguments { PyExpression.Dict(data) };
        if (settings.RowPrefix != "Row" || settings.RowSuffix.Length > 0)
        {
            var ids = Enumerable
                .Range(settings.FirstRow, settings.Rows)
                .Select(i =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{settings.RowPrefix}{i}{settings.RowSuffix}"
                    )
                );
            arguments.Add("index", ids);
        }
        else if (settings.FirstRow != 0)
        {
            arguments.Add(
                "index",
                $"range({settings.FirstRow}, {settings.FirstRow + settings.Rows})"
            );
        }
        else if (settings.Columns.Count == 0)
        {
            arguments.Add("index", $"range({settings.Rows})");
        }
        yield return Py.Return($"pd.DataFrame({arguments})");
    }

    private static string Count(int number, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {noun}{(number == 1 ? "" : "s")}");
}

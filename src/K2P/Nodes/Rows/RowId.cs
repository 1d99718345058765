using K2P.Nodes.Shared;
using K2P.Python;

namespace K2P.Nodes.Rows;

/// <summary>RowID: takes the RowIDs from a column or numbers them anew, and keeps the old ones in a column.</summary>
/// <remarks><c>RowKeyNodeModel2</c>, <c>RowKeyUtil2</c>.</remarks>
internal sealed class RowId : NodeTranslator<RowId.Settings>
{
    /// <param name="Source">Where new RowIDs come from.</param>
    /// <param name="Column">The column that gives them.</param>
    /// <param name="RemovesColumn">That column is taken out of the table.</param>
    /// <param name="ReplacesMissing">A missing cell gives the RowID <c>?</c>.</param>
    /// <param name="CountsRepeated">Repeated RowIDs get a counter.</param>
    /// <param name="OldIds">The new column that holds the old RowIDs; null where there is none.</param>
    internal sealed record Settings(
        Sources Source,
        string? Column,
        bool RemovesColumn,
        bool ReplacesMissing,
        bool CountsRepeated,
        string? OldIds
    );

    internal enum Sources
    {
        Unchanged,
        Column,
        Numbers,
    }

    public override NodeInfo Info { get; } =
        new("RowID", ["org.knime.base.node.preproc.rowkey2.RowKeyNodeFactory2"])
        {
            Result = "table",
        };

    protected override Settings Read(SettingsReader model)
    {
        model.Skip("highlighting is KNIME's user interface", "enableHilite");
        var column = ColumnName
            .Read(
                model,
                model.Has("newRowKeyColumnV2") ? "newRowKeyColumnV2" : "newRowKeyColumnName"
            )
            .Name;
        var usesColumn = model.Has("replaceRowKeyMode")
            ? model.OneOf("replaceRowKeyMode", "USE_COLUMN", "GENERATE_NEW") == "USE_COLUMN"
            : column is not null;
        var replaces = model.Boolean("replaceRowKey");
        var removesColumn = model.Boolean("removeRowKeyCol", false);
        var replacesMissing = model.Has("handleMissingsMode")
            ? model.OneOf("handleMissingsMode", "FAIL", "REPLACE") == "REPLACE"
            : model.Boolean("replaceMissingValues", false);
        var countsRepeated = model.Has("handleDuplicatesMode")
            ? model.OneOf("handleDuplicatesMode", "FAIL", "APPEND_COUNTER") == "APPEND_COUNTER"
            : model.Boolean("ensureUniqueness", false);
        model.Skip("the newer settings hold", "replaceMissingValues", "ensureUniqueness");
        var oldIds = model.TextOrNull("newColumnName4RowKeyValues");
        return new Settings(
            !replaces ? Sources.Unchanged
                : usesColumn ? Sources.Column
                : Sources.Numbers,
            column,
            removesColumn,
            replacesMissing,
            countsRepeated,
            model.Boolean("appendRowKeyCol") ? oldIds : null
        );
    }

    protected override IEnumerable<PyStatement> Translate(Settings settings, NodeContext node)
    {
        var table = node.Input();
        PyExpression result = table;
        if (settings is { Source: Sources.Column, RemovesColumn: true })
        {
            result = Py.Expr($"{result}.drop(columns={settings.Column})");
        }
        if (settings.OldIds is { } name)
        {
            var columns = new Dictionary<string, PyExpression>
            {
                [name] = Py.Expr($"row_id_texts({table})"),
            };
            result = Py.Expr($"{result}.assign(**{columns})");
        }
        result = settings.Source switch
        {
            Sources.Column => Py.Expr($"{result}.set_axis({NewLabels(settings, node, table)})"),
            Sources.Numbers => Py.Expr($"{result}.reset_index(drop=True)"),
            _ => result,
        };
        node.Summary = Summary(settings);
        yield return Py.Return(result);
    }

    private static PyExpression NewLabels(Settings settings, NodeContext node, PyExpression table)
    {
        var column = settings.Column ?? throw node.Manual("No column is chosen for the RowIDs.");
        var arguments = new PyArguments { Py.Expr($"{table}[{column}]") };
        if (settings.ReplacesMissing)
        {
            arguments.Add("replace_missing", true);
        }
        if (settings.CountsRepeated)
        {
            arguments.Add("count_repeated", true);
        }
        return Py.Expr($"row_labels_from({arguments})");
    }

    private static string Summary(Settings settings)
    {
        var replaced = settings.Source switch
        {
            Sources.Column => $"Take the RowIDs from {settings.Column}",
            Sources.Numbers => "Number the RowIDs",
            _ => null,
        };
        return (replaced, settings.OldIds) switch
        {
            (null, null) => "Keep the table",
            (null, var name) => $"Put the RowIDs into {name}",
            (var text, null) => text,
            var (text, name) => $"{text} and put the old ones into {name}",
        };
    }
}

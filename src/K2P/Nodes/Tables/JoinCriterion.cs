using K2P.Nodes.Shared;
using K2P.Python;

namespace K2P.Nodes.Tables;

/// <summary>A column on the left and one on the right whose cells must be equal; a null stands for the RowID.</summary>
internal sealed record JoinCriterion(string? Left, string? Right)
{
    private const string RowId = "$RowID$";

    /// <summary>The criteria of the older settings: two lists of the same length.</summary>
    public static IReadOnlyList<JoinCriterion> ReadLists(SettingsReader model)
    {
        var left = model.Texts("leftTableJoinPredicate");
        var right = model.Texts("rightTableJoinPredicate");
        if (left.Count != right.Count)
        {
            throw model.Manual("The two tables have different numbers of joining columns.");
        }
        return [.. left.Zip(right, (a, b) => new JoinCriterion(NameOf(a), NameOf(b)))];
    }

    /// <summary>The criteria of newer settings.</summary>
    public static IReadOnlyList<JoinCriterion> ReadPairs(SettingsReader criteria) =>
        [
            .. criteria.Configs.Select(each => new JoinCriterion(
                Name(each, "leftTableColumn"),
                Name(each, "rightTableColumn")
            )),
        ];

    /// <summary>How a reader would say it: <c>id = customer</c>.</summary>
    public static string Words(IReadOnlyList<JoinCriterion> criteria, bool isAny) =>
        string.Join(
            isAny ? " or " : ", ",
            criteria.Select(each =>
                each.Left == each.Right
                    ? each.Left ?? "RowID"
                    : $"{each.Left ?? "RowID"} = {each.Right ?? "RowID"}"
            )
        );

    /// <summary>The keys of one side, a list of series.</summary>
    public static PyExpression Keys(
        IEnumerable<string?> columns,
        PyExpression table,
        bool asTexts = false
    ) =>
        Py.Expr(
            $"{columns.Select(column =>
                column is null ? Py.Expr($"pd.Series(row_ids({table}.index), dtype=object)")
                : asTexts ? Py.Expr($"key_texts({table}[{column}])")
                : Py.Expr($"{table}[{column}]"))}"
        );

    private static string? NameOf(string text) => text == RowId ? null : text;

    private static string? Name(SettingsReader criterion, string key)
    {
        var newer = key + "V2";
        if (criterion.Has(newer))
        {
            criterion.Skip("the newer setting counts", key);
        }
        var column = ColumnName.Read(criterion, criterion.Has(newer) ? newer : key);
        return column switch
        {
            { IsRowId: true } => null,
            { Name: RowId } => null,
            { Name: { } name } => name,
            _ => throw criterion.Manual("A joining column was not chosen."),
        };
    }
}

using K2P.Nodes.Shared;
using K2P.Python;
using K2P.Workflows;

namespace K2P.Nodes.Tables;

/// <summary>Joiner before KNIME 4.2: rows of two tables side by side where their keys are equal.</summary>
/// <remarks>
/// <c>Joiner2Settings</c> and <c>Joiner</c>: the pairs in the order of the left and then the right rows, behind them the other rows of
/// the left, and of the right table.
/// </remarks>
internal sealed class JoinerLegacy : NodeTranslator<JoinerLegacy.Settings>
{
    /// <param name="Criteria">The keys.</param>
    /// <param name="IsAny">One equal key is enough.</param>
    /// <param name="KeepsLeft">Rows of the left table without partner stay.</param>
    /// <param name="KeepsRight">Rows of the right table without partner stay.</param>
    /// <param name="Left">The columns of the left table.</param>
    /// <param name="Right">The columns of the right table.</param>
    /// <param name="Duplicates">What becomes of a name that both tables have.</param>
    /// <param name="Suffix">The suffix for it.</param>
    /// <param name="Separator">The text between RowIDs; null where one of them is kept.</param>
    internal sealed record Settings(
        IReadOnlyList<JoinCriterion> Criteria,
        bool IsAny,
        bool KeepsLeft,
        bool KeepsRight,
        ColumnSelection Left,
        ColumnSelection Right,
        string Duplicates,
        string Suffix,
        string? Separator
    );

    public override NodeInfo Info { get; } =
        new("Joiner (legacy)", ["org.knime.base.node.preproc.joiner.Joiner2NodeFactory"])
        {
            Result = "joined",
            Inputs = [PortKind.Table, PortKind.Table],
        };

    protected override Settings Read(SettingsReader model)
    {
        model.Skip("hiliting is for KNIME's views", "enableHiLite");
        model.Skip(
            "memory and files while KNIME joins",
            "maxOpenFiles",
            "numBitsInitial",
            "numBitsMaximal",
            "usedMemoryThreshold",
            "minAvailableMemory",
            "memUseCollectionUsage"
        );
        var version = model.Text("version", "version_1");
        var criteria = JoinCriterion.ReadLists(model);
        var mode = model.OneOf(
            "joinMode",
            "InnerJoin",
            "LeftOuterJoin",
            "RightOuterJoin",
            "FullOuterJoin"
        );
        var isAny =
            model.OneOf("compositionMode", "MatchAll", "MatchAny") == "MatchAny"
            && criteria.Count > 1;
        var duplicates = model.OneOf(
            "duplicateHandling",
            "Filter",
            "AppendSuffixAutomatic",
            "AppendSuffix",
            "DontExecute"
        );
        if (version == "version_2" && duplicates == "AppendSuffix")
        {
            duplicates = "AppendSuffixAutomatic";
        }
        var separator = model.Text("rowKeySeparator");
        return new Settings(
            criteria,
            isAny,
            mode is "LeftOuterJoin" or "FullOuterJoin",
            mode is "RightOuterJoin" or "FullOuterJoin",
            Columns(model, "left", "rmLeftJoinCols", criteria.Select(each => each.Left)),
            Columns(model, "right", "rmRightJoinCols", criteria.Select(each => each.Right)),
            duplicates,
            model.Text("suffix", ""),
            KeepsRowIds(criteria, isAny, mode, version) ? null : separator
        );
    }

    protected override IEnumerable<PyStatement> Translate(Settings settings, NodeContext node)
    {
        PyExpression left = node.Input(0);
        PyExpression right = node.Input(1);
        node.Summary =
            $"{Mode(settings)} join on {JoinCriterion.Words(settings.Criteria, settings.IsAny)}";
        var rows = node.Local("rows");
        var leftKeys = JoinCriterion.Keys(settings.Criteria.Select(each => each.Left), left);
        var rightKeys = JoinCriterion.Keys(settings.Criteria.Select(each => each.Right), right);
        yield return settings.IsAny
            ? Py.Assign(rows, $"rows_matching_any({leftKeys}, {rightKeys})")
            : Py.Assign(rows, $"matching_rows({leftKeys}, {rightKeys})");
        var parts = new PyArguments { rows };
        if (settings.KeepsLeft)
        {
            parts.Add($"unmatched_rows({rows}, 'left', len({left}))");
        }
        if (settings.KeepsRight)
        {
            parts.Add($"unmatched_rows({rows}, 'right', len({right}))");
        }
        if (parts.Count > 1)
        {
            yield return Py.Assign(rows, $"joined_rows({parts})");
        }
        var kept = settings.Left.Keep(node, left);
        var added = settings.Right.Keep(node, right);
        if (settings.Duplicates is "Filter" or "DontExecute")
        {
            if (settings.Left is not ColumnSelection.AllBut { Excluded.Count: 0 })
            {
                var chosen = node.Local("chosen");
                yield return Py.Assign(chosen, kept);
                kept = chosen;
            }
            if (settings.Duplicates == "Filter")
            {
                added = Py.Expr($"{added}.drop(columns={kept}.columns, errors='ignore')");
            }
            else
            {
                var others = node.Local("others");
                yield return Py.Assign(others, added);
                added = others;
                yield return Py.If(
                    $"{kept}.columns.isin({added}.columns).any()",
                    [Py.Raise($"ValueError({"the tables have columns of the same name"})")]
                );
            }
        }
        var suffix = settings.Duplicates == "AppendSuffix" ? settings.Suffix : null;
        var joined = Py.Expr($"join_columns({kept}, {added}, {rows}, {suffix})");
        yield return settings.Separator is { } separator
            ? Py.Return($"{joined}.set_axis(joined_ids({left}, {right}, {rows}, {separator}))")
            : Py.Return($"{joined}.set_axis(kept_ids({left}, {right}, {rows}))");
    }

    private static ColumnSelection Columns(
        SettingsReader model,
        string side,
        string dropsKeys,
        IEnumerable<string?> keys
    )
    {
        var included = model.TextsOrNull($"{side}IncludeCols") ?? [];
        var dropped = model.Boolean(dropsKeys) ? keys.OfType<string>().Distinct().ToList() : [];
        return model.Boolean($"{side}IncludeAll")
            ? new ColumnSelection.AllBut(dropped)
            : new ColumnSelection.Only([.. included.Except(dropped)]);
    }

    /// <summary><c>Joiner.useSingleRowKeyFactory</c>: where rows are joined by their RowIDs, these are kept.</summary>
    private static bool KeepsRowIds(
        IReadOnlyList<JoinCriterion> criteria,
        bool isAny,
        string mode,
        string version
    )
    {
        var byRowId = criteria.Count(each => each is { Left: null, Right: null });
        var isNewer = version is not ("version_1" or "version_2" or "version_2.1");
        return byRowId == criteria.Count
            || (byRowId > 0 && !isAny && mode == "InnerJoin" && isNewer);
    }

    private static string Mode(Settings settings) =>
        settings switch
        {
            { KeepsLeft: true, KeepsRight: true } => "Full outer",
            { KeepsLeft: true } => "Left outer",
            { KeepsRight: true } => "Right outer",
            _ => "Inner",
        };
}

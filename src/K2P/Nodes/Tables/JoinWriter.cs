using K2P.Nodes.Shared;
using K2P.Python;

namespace K2P.Nodes.Tables;

/// <summary>Writes the statements of a Joiner.</summary>
internal sealed class JoinWriter(Joiner.Settings settings, NodeContext node)
{
    private readonly PyExpression left = node.Input(0);
    private readonly PyExpression right = node.Input(1);
    private readonly PyName rows = node.Local("rows");
    private readonly IReadOnlyList<string> leftKeys = Names(settings.Criteria.Select(c => c.Left));
    private readonly IReadOnlyList<string> rightKeys = Names(
        settings.Criteria.Select(c => c.Right)
    );

    private PyExpression LeftKeys =>
        JoinCriterion.Keys(settings.Criteria.Select(c => c.Left), left, settings.AsTexts);

    private PyExpression RightKeys =>
        JoinCriterion.Keys(settings.Criteria.Select(c => c.Right), right, settings.AsTexts);

    public IEnumerable<PyStatement> Write()
    {
        foreach (var statement in FindRows())
        {
            yield return statement;
        }
        if (!settings.IsSplit)
        {
            foreach (var statement in Join(rows))
            {
                yield return statement;
            }
            yield return Py.Return(Labelled(rows));
            yield break;
        }
        var both = node.Local("pairs");
        yield return Py.Assign(
            both,
            settings.KeepsMatches
                ? Py.Expr($"{rows}.dropna().reset_index(drop=True)")
                : Py.Expr($"{rows}[:0]")
        );
        foreach (var statement in Join(both))
        {
            yield return statement;
        }
        var leftOnly = Py.Expr(
            $"{settings.Left.Keep(node, left)}.iloc[{rows}.loc[{rows}['right'].isna(), 'left'].tolist()]"
        );
        var rightOnly = Py.Expr(
            $"{settings.Right.Keep(node, right)}.iloc[{rows}.loc[{rows}['left'].isna(), 'right'].tolist()]"
        );
        yield return Py.Return($"{Labelled(both)}, {leftOnly}, {rightOnly}");
    }

    private PyName Joined { get; } = node.Local("joined");

    /// <summary>KNIME numbers the rows as it finds them and puts them into order afterwards.</summary>
    private bool NumbersAsFound =>
        settings is { IsOrdered: true, IsSplit: false, RowIds: "SEQUENTIAL" };

    private PyName Found { get; } = node.Local("found");

    private IEnumerable<PyStatement> FindRows()
    {
        yield return settings.IsAny
            ? Py.Assign(rows, $"rows_matching_any({LeftKeys}, {RightKeys})")
            : Py.Assign(rows, $"matching_rows({LeftKeys}, {RightKeys})");
        var parts = new PyArguments();
        if (settings.KeepsMatches)
        {
            parts.Add(rows);
        }
        if (settings.KeepsLeft)
        {
            parts.Add($"unmatched_rows({rows}, 'left', len({left}))");
        }
        if (settings.KeepsRight)
        {
            parts.Add($"unmatched_rows({rows}, 'right', len({right}))");
        }
        if (settings is not { KeepsMatches: true, KeepsLeft: false, KeepsRight: false })
        {
            yield return parts.Count == 0
                ? Py.Assign(rows, $"{rows}[:0]")
                : Py.Assign(rows, $"joined_rows({parts})");
        }
        if (settings.IsOrdered && settings.IsSplit && settings.RowIds == "SEQUENTIAL")
        {
            node.Approximate("KNIME numbers the rows before it puts them into order.");
        }
        if (!settings.IsOrdered || NumbersAsFound)
        {
            var sizes = Py.Expr(
                $"{Materialized(settings.Left, leftKeys, left)}.size >= {Materialized(settings.Right, rightKeys, right)}.size"
            );
            var byLeft = node.Local("by_left");
            yield return Py.Assign(byLeft, sizes);
            var target = NumbersAsFound ? Found : rows;
            yield return settings.IsAny
                ? Py.Assign(target, $"in_any_scan_order({rows}, {LeftKeys}, {RightKeys}, {byLeft})")
                : Py.Assign(target, $"in_scan_order({rows}, {LeftKeys}, {RightKeys}, {byLeft})");
        }
    }

    private IEnumerable<PyStatement> Join(PyName found)
    {
        var merges = settings.MergesKeys ? Merges() : [];
        var kept = Left(merges).Keep(node, left);
        var renamed = merges
            .Where(each => each.Key != each.Value.Name)
            .Select(each => KeyValuePair.Create(each.Key, each.Value.Name))
            .ToList();
        if (renamed.Count > 0)
        {
            kept = Py.Expr($"{kept}.rename(columns={renamed})");
        }
        var added = (
            settings.MergesKeys ? Without(settings.Right, rightKeys) : settings.Right
        ).Keep(node, right);
        if (settings.Suffix is null)
        {
            yield return Py.If(
                $"{kept}.columns.isin({added}.columns).any()",
                [Py.Raise($"ValueError({"the tables have columns of the same name"})")]
            );
        }
        yield return Py.Assign(
            Joined,
            $"join_columns({kept}, {added}, {found}, {settings.Suffix})"
        );
        var hasRightRows = settings is { KeepsRight: true, IsSplit: false };
        if (merges.Count == 0 || !(hasRightRows || settings.IsAny))
        {
            yield break;
        }
        var keys = node.Local("keys");
        yield return Py.Assign(keys, $"take_rows({right}, {found}['right'])");
        foreach (var (_, (name, partners)) in merges)
        {
            if (partners is not [var partner])
            {
                throw node.Manual("A joining column is merged with several others.");
            }
            yield return Py.Assign(
                Py.Expr($"{Joined}[{name}]"),
                $"merged_keys({Joined}[{name}], {keys}[{partner}], {found})"
            );
        }
    }

    private PyExpression Labelled(PyName found) =>
        settings.RowIds switch
        {
            "CONCATENATE" => Py.Expr(
                $"{Joined}.set_axis(joined_ids({left}, {right}, {found}, {settings.Separator}))"
            ),
            "SEQUENTIAL" when NumbersAsFound => Py.Expr(
                $"{Joined}.set_axis({found}.merge({Found}.reset_index(), how='left')['index'].tolist())"
            ),
            "KEEP_ROWID" => Py.Expr($"{Joined}.set_axis(kept_ids({left}, {right}, {found}))"),
            _ => Joined,
        };

    /// <summary>The joining columns of the left table with partners on the right that are columns; those that are in the result.</summary>
    private Dictionary<string, (string Name, IReadOnlyList<string> Partners)> Merges()
    {
        var result = new Dictionary<string, (string, IReadOnlyList<string>)>();
        foreach (var key in leftKeys)
        {
            IReadOnlyList<string> partners =
            [
                .. settings
                    .Criteria.Where(c => c.Left == key)
                    .Select(c => c.Right)
                    .OfType<string>(),
            ];
            if (
                partners.Count > 0
                && (Includes(settings.Left, key) || partners.Any(p => Includes(settings.Right, p)))
            )
            {
                var name = partners.Contains(key) ? key : $"{key}={string.Join('=', partners)}";
                result[key] = (name, partners);
            }
        }
        return result;
    }

    private bool Includes(ColumnSelection columns, string name) =>
        columns switch
        {
            ColumnSelection.Only only => only.Included.Contains(name),
            ColumnSelection.AllBut rest => !rest.Excluded.Contains(name),
            _ => throw node.Manual(
                "Joining columns are merged, and the columns are chosen by pattern or type."
            ),
        };

    private ColumnSelection Left(
        Dictionary<string, (string Name, IReadOnlyList<string> Partners)> merges
    ) =>
        settings.Left switch
        {
            _ when merges.Count == 0 => settings.Left,
            ColumnSelection.Only only => new ColumnSelection.Only([
                .. only.Included.Union(merges.Keys),
            ]),
            _ => Without(settings.Left, [], merges.Keys),
        };

    private static ColumnSelection Without(
        ColumnSelection columns,
        IEnumerable<string> dropped,
        IEnumerable<string>? added = null
    ) =>
        columns switch
        {
            ColumnSelection.Only only => new ColumnSelection.Only([
                .. only.Included.Except(dropped),
            ]),
            ColumnSelection.AllBut rest => new ColumnSelection.AllBut([
                .. rest.Excluded.Except(added ?? []).Union(dropped),
            ]),
            _ => columns,
        };

    /// <summary>The part of a table that KNIME holds while it joins: chosen and joining columns.</summary>
    private PyExpression Materialized(
        ColumnSelection columns,
        IReadOnlyList<string> keys,
        PyExpression table
    ) =>
        columns switch
        {
            ColumnSelection.Only only => new ColumnSelection.Only([
                .. only.Included.Union(keys),
            ]).Keep(node, table),
            ColumnSelection.AllBut rest => new ColumnSelection.AllBut([
                .. rest.Excluded.Except(keys),
            ]).Keep(node, table),
            _ => Py.Expr($"{table}[{columns.Keep(node, table)}.columns.union({keys})]"),
        };

    private static IReadOnlyList<string> Names(IEnumerable<string?> columns) =>
        [.. columns.OfType<string>().Distinct()];
}

using K2P.Nodes.Shared;
using K2P.Python;
using K2P.Workflows;

namespace K2P.Nodes.Tables;

/// <summary>Joiner: rows of two tables side by side where their keys are equal, and rows without partner.</summary>
/// <remarks>
/// <c>Joiner3NodeModel</c>. Without an order KNIME scans the table with more cells and looks rows up in the other one
/// (<c>BlockHashJoin</c>); the rows come as they are found.
/// </remarks>
internal sealed class Joiner : NodeTranslator<Joiner.Settings>
{
    /// <param name="Criteria">The keys.</param>
    /// <param name="IsAny">One equal key is enough.</param>
    /// <param name="AsTexts">Keys are compared as texts.</param>
    /// <param name="KeepsMatches">Pairs of rows are in the result.</param>
    /// <param name="KeepsLeft">Rows of the left table without partner are in the result.</param>
    /// <param name="KeepsRight">Rows of the right table without partner are in the result.</param>
    /// <param name="Left">The columns of the left table.</param>
    /// <param name="Right">The columns of the right table.</param>
    /// <param name="MergesKeys">Joining columns of the right table are merged into those of the left.</param>
    /// <param name="IsSplit">Rows without partner go to ports of their own.</param>
    /// <param name="Suffix">The suffix for a name that both tables have; null where that is an error.</param>
    /// <param name="RowIds">What the RowIDs are made of.</param>
    /// <param name="Separator">The text between joined RowIDs.</param>
    /// <param name="IsOrdered">In the order of the left and then the right table.</param>
    internal sealed record Settings(
        IReadOnlyList<JoinCriterion> Criteria,
        bool IsAny,
        bool AsTexts,
        bool KeepsMatches,
        bool KeepsLeft,
        bool KeepsRight,
        ColumnSelection Left,
        ColumnSelection Right,
        bool MergesKeys,
        bool IsSplit,
        string? Suffix,
        string RowIds,
        string Separator,
        bool IsOrdered
    );

    public override NodeInfo Info { get; } =
        new("Joiner", ["org.knime.base.node.preproc.joiner3.Joiner3NodeFactory"])
        {
            Results = ["joined", "left_only", "right_only"],
            Inputs = [PortKind.Table, PortKind.Table],
            Outputs = [PortKind.Table, PortKind.Table, PortKind.Table],
            Limits = "Keys of the types Int and Long are equal though KNIME tells them apart.",
        };

    public override IReadOnlyList<PortKind> OutputsOf(Node node) =>
        node.Model.Boolean("outputUnmatchedRowsToSeparatePorts") == true
            ? Info.Outputs
            : [PortKind.Table];

    protected override Settings Read(SettingsReader model)
    {
        model.Skip("hiliting is for KNIME's views", "enableHiliting");
        model.Skip("files while KNIME joins", "maxOpenFiles");
        var criteria = model.TryConfig("matchingCriteria") is { } pairs
            ? JoinCriterion.ReadPairs(pairs)
            : JoinCriterion.ReadLists(model);
        if (model.Has("matchingCriteria"))
        {
            model.Skip(
                "the newer setting counts",
                "leftTableJoinPredicate",
                "rightTableJoinPredicate"
            );
        }
        var appends =
            model.OneOf("duplicateHandling", "APPEND_SUFFIX", "DO_NOT_EXECUTE") == "APPEND_SUFFIX";
        var suffix = model.Text("suffix", "");
        return new Settings(
            criteria,
            model.OneOf("compositionMode", "MATCH_ALL", "MATCH_ANY") == "MATCH_ANY"
                && criteria.Count > 1,
            model.Has("dataCellComparisonMode")
                && model.OneOf("dataCellComparisonMode", "STRICT", "STRING", "NUMERIC") == "STRING",
            model.Boolean("includeMatchesInOutput"),
            model.Boolean("includeLeftUnmatchedInOutput"),
            model.Boolean("includeRightUnmatchedInOutput"),
            Columns(model, "leftColumnSelectionConfig"),
            Columns(model, "rightColumnSelectionConfig"),
            model.Boolean("mergeJoinColumns"),
            model.Boolean("outputUnmatchedRowsToSeparatePorts"),
            appends ? suffix : null,
            model.OneOf("rowKeyFactory", "CONCATENATE", "KEEP_ROWID", "SEQUENTIAL"),
            model.Text("rowKeySeparator"),
            model.OneOf("outputRowOrder", "ARBITRARY", "DETERMINISTIC", "LEFT_RIGHT")
                == "LEFT_RIGHT"
        );
    }

    protected override IEnumerable<PyStatement> Translate(Settings settings, NodeContext node)
    {
        node.Summary =
            $"{Mode(settings)} join on {JoinCriterion.Words(settings.Criteria, settings.IsAny)}";
        return new JoinWriter(settings, node).Write();
    }

    private static ColumnSelection Columns(SettingsReader model, string key)
    {
        var newer = key + "V2";
        if (!model.Has(newer))
        {
            return ColumnSelection.Read(model, key);
        }
        model.Skip("the newer setting counts", key);
        return ColumnSelection.Read(model, newer);
    }

    private static string Mode(Settings settings) =>
        (settings.KeepsMatches, settings.KeepsLeft, settings.KeepsRight) switch
        {
            (true, true, true) => "Full outer",
            (true, true, false) => "Left outer",
            (true, false, true) => "Right outer",
            (true, false, false) => "Inner",
            (false, true, false) => "Left anti",
            (false, false, true) => "Right anti",
            (false, true, true) => "Full anti",
            _ => "Empty",
        };
}

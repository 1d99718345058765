using K2P.Expressions.Rules;
using K2P.Python;
using K2P.Workflows;

namespace K2P.Nodes.Rows;

/// <summary>Rule-based Row Filter and Rule-based Row Splitter: choose the rows for which the first rule that holds says so.</summary>
/// <remarks><c>RuleEngineFilterNodeModel</c>. A row for which no rule holds does not match; rows are counted from 1 on.</remarks>
internal sealed class RuleRowFilter : NodeTranslator<RuleRowFilter.Settings>
{
    private const string Package = "org.knime.base.node.rules.engine.";
    private const string Splitter = $"{Package}RuleEngineSplitterNodeFactory";

    /// <param name="Rules">The rules as typed, comments included.</param>
    /// <param name="KeepsMatches">The rows that match are the first output.</param>
    /// <param name="IsSplitter">The other rows are an output, too.</param>
    internal sealed record Settings(
        IReadOnlyList<string> Rules,
        bool KeepsMatches,
        bool IsSplitter
    );

    public override NodeInfo Info { get; } =
        new("Rule-based Row Filter", [$"{Package}RuleEngineFilterNodeFactory", Splitter])
        {
            Result = "filtered",
            Limits =
                "Patterns that come from columns and flow variables, values IN a collection, and regular expressions that Python does not have.",
        };

    public override IReadOnlyList<PortKind> OutputsOf(Node node) =>
        node.Factory == Splitter ? [PortKind.Table, PortKind.Table] : Info.Outputs;

    protected override Settings Read(SettingsReader model)
    {
        model.Skip(
            "the node makes no column",
            "append-column",
            "new-column-name",
            "replace-column-name",
            "disallowLongOutputForCompatibility"
        );
        return new Settings(
            model.Texts("rules"),
            model.Boolean("include", true),
            model.Factory == Splitter
        );
    }

    protected override IEnumerable<PyStatement> Translate(Settings settings, NodeContext node)
    {
        var table = node.Input();
        var rules = RuleWriter.Read(settings.Rules, node);
        node.Summary =
            $"{(settings.IsSplitter ? "Split off" : settings.KeepsMatches ? "Keep" : "Drop")} the rows that {(rules.Count == 1 ? "a rule chooses" : $"{rules.Count} rules choose")}";
        if (rules.Any(rule => rule.Outcome is not RuleValue.Truth))
        {
            throw node.Manual("A rule has an outcome other than TRUE and FALSE.");
        }
        var writer = new RuleWriter(node, table, 1);
        var mask =
            rules is [{ Outcome: RuleValue.Truth { Value: true } } only]
            && DependsOnRow(only.Condition)
                ? writer.Condition(only.Condition)
                : Py.Expr($"chosen_by_rules({table}.index, {writer.Pairs(rules)})");
        if (settings.IsSplitter)
        {
            var chosen = node.Local("chosen");
            yield return Py.Assign(chosen, mask);
            yield return settings.KeepsMatches
                ? Py.Return($"({table}[{chosen}], {table}[~{chosen}])")
                : Py.Return($"({table}[~{chosen}], {table}[{chosen}])");
            yield break;
        }
        yield return settings.KeepsMatches
            ? Py.Return($"{table}[{mask}]")
            : Py.Return($"{table}[~{mask}]");
    }

    private static bool DependsOnRow(RuleCondition condition) =>
        condition switch
        {
            RuleCondition.Comparison each => IsColumn(each.Left) || IsColumn(each.Right),
            RuleCondition.In each => IsColumn(each.Left) || each.Values.Any(IsColumn),
            RuleCondition.Value each => IsColumn(each.Of),
            RuleCondition.Not each => DependsOnRow(each.Of),
            RuleCondition.Joined each => each.Parts.Any(DependsOnRow),
            _ => true,
        };

    private static bool IsColumn(RuleValue value) =>
        value is RuleValue.Column or RuleValue.Table { Property: not "ROWCOUNT" };
}

using K2P.Nodes.Rows;
using K2P.Python;

namespace K2P.Nodes.Values;

/// <summary>Rule Engine: a column of the outcomes of the first rules that hold.</summary>
/// <remarks><c>RuleEngineNodeModel</c>. The column's type is what the outcomes have in common, else text.</remarks>
internal sealed class RuleEngine : NodeTranslator<RuleEngine.Settings>
{
    /// <param name="Rules">The rules as typed, comments included.</param>
    /// <param name="Column">The column to append or to replace.</param>
    /// <param name="IsNew">It is appended.</param>
    internal sealed record Settings(IReadOnlyList<string> Rules, string Column, bool IsNew);

    public override NodeInfo Info { get; } =
        new("Rule Engine", ["org.knime.base.node.rules.engine.RuleEngineNodeFactory"])
        {
            Result = "decided",
            Limits =
                "Patterns that come from columns and flow variables, values IN a collection, and regular expressions that Python does not have.",
        };

    protected override Settings Read(SettingsReader model)
    {
        model.Skip("long integers are held like others", "disallowLongOutputForCompatibility");
        var isNew = model.Boolean("append-column");
        var (appended, replaced) = (
            model.Text("new-column-name"),
            model.Text("replace-column-name", "")
        );
        return new Settings(model.Texts("rules"), isNew ? appended : replaced, isNew);
    }

    protected override IEnumerable<PyStatement> Translate(Settings settings, NodeContext node)
    {
        var table = node.Input();
        var rules = RuleWriter.Read(settings.Rules, node);
        node.Summary =
            $"{(settings.IsNew ? "Append" : "Replace")} the column {settings.Column} by {(rules.Count == 1 ? "a rule" : $"{rules.Count} rules")}";
        var decided = node.Local("outcomes");
        yield return Py.Assign(
            decided,
            $"by_rules({table}.index, {new RuleWriter(node, table, 0).Pairs(rules)})"
        );
        if (!settings.IsNew)
        {
            yield return Py.Return(
                $"{table}.assign({new PyArguments { { settings.Column, decided } }})"
            );
            yield break;
        }
        var name = node.Local("name");
        yield return Py.Assign(name, $"unique_name({settings.Column}, {table}.columns)");
        yield return Py.Return($"{table}.assign(**{{{name}: {decided}}})");
    }
}

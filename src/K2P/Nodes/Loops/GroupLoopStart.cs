using K2P.Nodes.Shared;
using K2P.Python;

namespace K2P.Nodes.Loops;

/// <summary>Group Loop Start: the rows of one group in each round.</summary>
/// <remarks><c>GroupLoopStartNodeModel</c>.</remarks>
internal sealed class GroupLoopStart : NodeTranslator<GroupLoopStart.Settings>
{
    /// <param name="Columns">The columns that make the groups.</param>
    /// <param name="IsSorted">The groups stand together already, and a table in which they do not is an error.</param>
    internal sealed record Settings(ColumnSelection Columns, bool IsSorted);

    public override NodeInfo Info { get; } =
        new("Group Loop Start", ["org.knime.base.node.meta.looper.group.GroupLoopStartNodeFactory"])
        {
            Result = "group",
        };

    protected override Settings Read(SettingsReader model) =>
        new(ColumnSelection.Read(model, "GroupColNames"), model.Boolean("SortedInput", false));

    protected override IEnumerable<PyStatement> Translate(Settings settings, NodeContext node)
    {
        node.Summary = "One group of rows per round";
        var table = node.Input();
        var columns = node.Local("columns");
        yield return Py.Assign(columns, settings.Columns.Names(node, table));
        var (iteration, group, variables) = (
            node.Local("iteration"),
            node.Local("group"),
            node.Local("variables")
        );
        yield return Py.For(
            $"{iteration}, ({group}, {variables}) in enumerate(groups_in_turn({table}, {columns}, {settings.IsSorted}))",
            [Rounds.Yield([group], Py.Expr($"{{**{variables}, 'currentIteration': {iteration}}}"))]
        );
    }
}

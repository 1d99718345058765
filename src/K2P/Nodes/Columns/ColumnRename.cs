using K2P.Nodes.Shared;
using K2P.Python;

namespace K2P.Nodes.Columns;

/// <summary>Column Rename: gives columns other names, and turns some into texts.</summary>
/// <remarks><c>RenameNodeModel</c>, <c>RenameColumnSetting</c>: a type is chosen by its place among the value classes of the
/// column's own type. Each choice but text changes nothing that a DataFrame holds; where text stands depends on the type, so the
/// decision falls when the script runs.</remarks>
internal sealed class ColumnRename : NodeTranslator<ColumnRename.Settings>
{
    internal sealed record Settings(IReadOnlyList<Renaming> Columns);

    /// <param name="Name">The column.</param>
    /// <param name="NewName">Its new name, or null.</param>
    /// <param name="Type">The place of the chosen type; 0 leaves the column as it is.</param>
    internal sealed record Renaming(string Name, string? NewName, int Type);

    public override NodeInfo Info { get; } =
        new("Column Rename", ["org.knime.base.node.preproc.rename.RenameNodeFactory"])
        {
            Result = "renamed",
        };

    protected override Settings Read(SettingsReader model) =>
        new([
            .. model
                .Config("all_columns")
                .Configs.Select(column => new Renaming(
                    column.Text("old_column_name"),
                    column.TextOrNull("new_column_name"),
                    column.Integer("new_column_type", 0)
                ))
                .DistinctBy(column => column.Name),
        ]);

    protected override IEnumerable<PyStatement> Translate(Settings settings, NodeContext node)
    {
        PyExpression table = node.Input();
        var types = settings
            .Columns.Where(column => column.Type != 0)
            .Select(column => KeyValuePair.Create(column.Name, PyExpression.Literal(column.Type)))
            .ToList();
        if (types.Count > 0)
        {
            var typed = node.Local("typed");
            yield return Py.Assign(typed, $"with_chosen_types({table}, {types})");
            table = typed;
        }
        var names = settings.Columns.Select(column =>
            KeyValuePair.Create(column.Name, column.NewName ?? column.Name)
        );
        yield return ColumnNames.Rename([.. names], node, table);
    }
}

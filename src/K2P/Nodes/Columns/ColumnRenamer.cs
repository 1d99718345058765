using K2P.Nodes.Shared;
using K2P.Python;

namespace K2P.Nodes.Columns;

/// <summary>Column Renamer: gives columns other names; names can be swapped.</summary>
/// <remarks><c>ColumnRenamerNodeModel</c>. KNIME refuses two columns of the same name, the script does not.</remarks>
internal sealed class ColumnRenamer : NodeTranslator<ColumnRenamer.Settings>
{
    internal sealed record Settings(IReadOnlyList<KeyValuePair<string, string>> Names);

    public override NodeInfo Info { get; } =
        new(
            "Column Renamer",
            ["org.knime.base.node.preproc.column.renamer.ColumnRenamerNodeFactory"]
        )
        {
            Result = "renamed",
        };

    protected override Settings Read(SettingsReader model) =>
        new([
            .. model
                .Config("renamings")
                .Configs.Select(item =>
                    KeyValuePair.Create(item.Text("oldName"), item.Text("newName"))
                ),
        ]);

    protected override IEnumerable<PyStatement> Translate(Settings settings, NodeContext node) =>
        [ColumnNames.Rename(settings.Names, node, node.Input())];
}

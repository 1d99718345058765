namespace K2P.Nodes.Shared;

/// <summary>A single column, or the RowID (<c>SettingsModelColumnName</c>, and the choice with a special value of the newer dialogs).</summary>
/// <param name="Name">The column's name; null for the RowID and where nothing was chosen.</param>
/// <param name="IsRowId">The RowID was chosen.</param>
internal sealed record ColumnName(string? Name, bool IsRowId)
{
    private const string RowId = "<row-keys>";
    private const string Nothing = "<none>";

    /// <summary>The choice at that key, in whichever format it is.</summary>
    public static ColumnName Read(SettingsReader model, string key)
    {
        if (model.TryConfig(key) is not { } panel)
        {
            return Of(model.TextOrNull(key));
        }
        if (panel.Has("useRowID"))
        {
            var name = panel.TextOrNull("columnName");
            return panel.Boolean("useRowID")
                ? new ColumnName(null, true)
                : new ColumnName(name, false);
        }
        if (panel.Has("regularChoice"))
        {
            return new ColumnName(
                panel.TextOrNull("regularChoice"),
                panel.TextOrNull("specialChoice_Internals") == "ROW_ID"
            );
        }
        return Of(panel.TextOrNull("selected"));
    }

    private static ColumnName Of(string? text) =>
        text == RowId
            ? new ColumnName(null, true)
            : new ColumnName(text == Nothing ? null : text, false);
}

using K2P.Python;

namespace K2P.Nodes.Columns;

/// <summary>Column Merger: fills the gaps of one column from another.</summary>
/// <remarks><c>ColumnMergerNodeModel</c>.</remarks>
internal sealed class ColumnMerger : NodeTranslator<ColumnMerger.Settings>
{
    /// <param name="First">The column whose values count.</param>
    /// <param name="Second">The column that fills its gaps.</param>
    /// <param name="Placement">Where the result goes.</param>
    /// <param name="NewName">The name of a new column, or null.</param>
    internal sealed record Settings(string First, string Second, string Placement, string? NewName);

    public override NodeInfo Info { get; } =
        new("Column Merger", ["org.knime.base.node.preproc.columnmerge.ColumnMergerNodeFactory"])
        {
            Result = "merged",
        };

    protected override Settings Read(SettingsReader model) =>
        new(
            model.Text("primaryColumn"),
            model.Text("secondaryColumn"),
            model.OneOf(
                "outputPlacement",
                "ReplacePrimary",
                "ReplaceSecondary",
                "ReplaceBoth",
                "AppendAsNewColumn"
            ),
            model.TextOrNull("outputName")
        );

    protected override IEnumerable<PyStatement> Translate(Settings settings, NodeContext node)
    {
        var table = node.Input();
        node.Summary = $"Fill the gaps of {settings.First} from {settings.Second}";
        var merged = node.Local("merged");
        yield return Py.Assign(
            merged,
            $"filled_from({table}[{settings.First}], {table}[{settings.Second}])"
        );
        PyExpression values = merged;
        yield return settings.Placement switch
        {
            "AppendAsNewColumn" => Py.Return(
                $"{table}.assign(**{{unique_name({settings.NewName ?? ""}, {table}.columns): {merged}}})"
            ),
            "ReplaceSecondary" => Py.Return(
                $"{table}.assign({new PyArguments { { settings.Second, values } }})"
            ),
            "ReplacePrimary" => Py.Return(
                $"{table}.assign({new PyArguments { { settings.First, values } }})"
            ),
            _ => Py.Return(
                $"{table}.assign({new PyArguments { { settings.First, values } }}).drop(columns={settings.Second})"
            ),
        };
    }
}

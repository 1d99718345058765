using K2P.Python;

namespace K2P.Nodes.Tables;

/// <summary>Transpose: rows become columns that the RowIDs name, and columns become rows.</summary>
/// <remarks><c>TransposeTableNodeModel</c>, <c>AbstractTableTransposer</c>: a column's type is what the cells that are there have in common.</remarks>
internal sealed class Transpose : NodeTranslator<Transpose.Settings>
{
    internal sealed record Settings;

    public override NodeInfo Info { get; } =
        new("Transpose", ["org.knime.base.node.preproc.transpose.TransposeTableNodeFactory"])
        {
            Result = "transposed",
            Limits = "Integers that KNIME keeps in a column of doubles come out as doubles.",
        };

    protected override Settings Read(SettingsReader model)
    {
        model.Skip("how many columns KNIME holds in memory", "chunk_size", "guess_or_fixed");
        return new Settings();
    }

    protected override IEnumerable<PyStatement> Translate(Settings settings, NodeContext node)
    {
        node.Summary = "Swap rows and columns";
        yield return Py.Return($"transposed({node.Input()})");
    }
}

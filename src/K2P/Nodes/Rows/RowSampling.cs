using K2P.Python;

namespace K2P.Nodes.Rows;

/// <summary>Row Sampling: keeps some of the rows.</summary>
/// <remarks><c>SamplingNodeModel</c>. With a seed the drawn rows are KNIME's.</remarks>
internal sealed class RowSampling : NodeTranslator<RowSample>
{
    public override NodeInfo Info { get; } =
        new("Row Sampling", ["org.knime.base.node.preproc.sample.SamplingNodeFactory"])
        {
            Result = "sample",
            Limits = "Without a seed other rows are drawn than in KNIME.",
        };

    protected override RowSample Read(SettingsReader model) => RowSample.Read(model);

    protected override IEnumerable<PyStatement> Translate(RowSample settings, NodeContext node)
    {
        node.Summary = $"Keep {settings.Text}";
        var table = node.Input();
        yield return settings.Method == RowSample.Methods.First
            ? Py.Return($"{table}.head({settings.CountOf(table)})")
            : Py.Return($"{table}[{settings.MaskOf(node, table)}]");
    }
}

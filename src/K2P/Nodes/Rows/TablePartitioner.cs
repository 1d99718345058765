using K2P.Python;
using K2P.Workflows;

namespace K2P.Nodes.Rows;

/// <summary>Table Partitioner (Partitioning): splits the rows in two.</summary>
/// <remarks><c>PartitionNodeModel</c>. With a seed the drawn rows are KNIME's.</remarks>
internal sealed class TablePartitioner : NodeTranslator<RowSample>
{
    public override NodeInfo Info { get; } =
        new("Table Partitioner", ["org.knime.base.node.preproc.partition.PartitionNodeFactory"])
        {
            Results = ["first_part", "second_part"],
            Outputs = [PortKind.Table, PortKind.Table],
            Limits = "Without a seed other rows are drawn than in KNIME.",
        };

    protected override RowSample Read(SettingsReader model) => RowSample.Read(model);

    protected override IEnumerable<PyStatement> Translate(RowSample settings, NodeContext node)
    {
        node.Summary = $"Split off {settings.Text}";
        var table = node.Input();
        if (settings.Method == RowSample.Methods.First)
        {
            var count = settings.CountOf(table);
            if (settings.Share is not null)
            {
                var name = node.Local("count");
                yield return Py.Assign(name, count);
                count = name;
            }
            yield return Py.Return($"{table}.iloc[:{count}], {table}.iloc[{count}:]");
            yield break;
        }
        var drawn = node.Local("drawn");
        yield return Py.Assign(drawn, settings.MaskOf(node, table));
        yield return Py.Return($"{table}[{drawn}], {table}[~{drawn}]");
    }
}

using K2P.Python;
using K2P.Workflows;

namespace K2P.Nodes.Tables;

/// <summary>Cross Joiner: every row of the first table beside every row of the second.</summary>
/// <remarks><c>CrossJoinerNodeModel</c>. The chunk size says in which order the rows come; RowIDs as columns are new in KNIME 2.9.1.</remarks>
internal sealed class CrossJoiner : NodeTranslator<CrossJoiner.Settings>
{
    /// <param name="Suffix">What is put behind the names of the second table that the first has.</param>
    /// <param name="Chunk">How many rows of each table are joined before the next ones.</param>
    /// <param name="Separator">What stands between two RowIDs.</param>
    /// <param name="FirstIds">The name of the column for the first table's RowIDs; null where there is none.</param>
    /// <param name="SecondIds">The name of the column for the second table's RowIDs; null where there is none.</param>
    internal sealed record Settings(
        string Suffix,
        int Chunk,
        string Separator,
        string? FirstIds,
        string? SecondIds
    );

    public override NodeInfo Info { get; } =
        new("Cross Joiner", ["org.knime.base.node.preproc.crossjoin.CrossJoinerNodeFactory"])
        {
            Result = "joined",
            Inputs = [PortKind.Table, PortKind.Table],
        };

    protected override Settings Read(SettingsReader model)
    {
        var first = model.Text("CFG_FIRST_COLUMNNAME", "FirstRowIDs");
        var second = model.Text("CFG_SECOND_COLUMNNAME", "SecondRowIDs");
        return new Settings(
            model.Text("rigthSuffix"),
            model.Integer("CFG_CACHE", 1),
            model.Text("CFG_SEPARATOR", "_"),
            model.Boolean("CFG_SHOW_FIRST", false) ? first : null,
            model.Boolean("CFG_SHOW_SECOND", false) ? second : null
        );
    }

    protected override IEnumerable<PyStatement> Translate(Settings settings, NodeContext node)
    {
        node.Summary = "Put every row of the second table beside every row of the first";
        var arguments = new PyArguments
        {
            node.Input(),
            node.Input(1),
            PyExpression.Literal(settings.Suffix),
        };
        if (settings.Separator != "_")
        {
            arguments.Add("separator", PyExpression.Literal(settings.Separator));
        }
        if (settings.Chunk != 1)
        {
            arguments.Add("chunk", PyExpression.Literal(settings.Chunk));
        }
        if (settings.FirstIds is { } first)
        {
            arguments.Add("first_ids", PyExpression.Literal(first));
        }
        if (settings.SecondIds is { } second)
        {
            arguments.Add("second_ids", PyExpression.Literal(second));
        }
        yield return Py.Return($"cross_joined({arguments})");
    }
}

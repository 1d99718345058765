using K2P.Python;
using K2P.Workflows;

namespace K2P.Nodes.Loops;

/// <summary>X-Aggregator: the predictions of all folds, and the error of each fold.</summary>
/// <remarks><c>AggregateOutputNodeModel</c>.</remarks>
internal sealed class XAggregator : NodeTranslator<XAggregator.Settings>
{
    internal sealed record Settings(string Target, string Prediction, bool HasFold);

    public override NodeInfo Info { get; } =
        new("X-Aggregator", ["org.knime.base.node.meta.xvalidation.AggregateOutputNodeFactory"])
        {
            Results = ["predictions", "errors"],
            Outputs = [PortKind.Table, PortKind.Table],
        };

    protected override Settings Read(SettingsReader model) =>
        new(
            model.Text("targetColumn"),
            model.Text("predictionColumn"),
            model.Boolean("addFoldId", false)
        );

    protected override IEnumerable<PyStatement> Translate(Settings settings, NodeContext node)
    {
        node.Summary = "The predictions and the errors of all folds";
        var arguments = new PyArguments
        {
            node.Input(),
            PyExpression.Literal(settings.Target),
            PyExpression.Literal(settings.Prediction),
        };
        if (settings.HasFold)
        {
            arguments.Add("fold_column", true);
        }
        yield return Py.Return($"collect_folds({arguments})");
    }
}

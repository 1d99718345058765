using K2P.Python;
using K2P.Workflows;

namespace K2P.Nodes.Loops;

/// <summary>Counting Loop Start: the same inputs in each of a fixed number of rounds.</summary>
/// <remarks><c>LoopStartCountNodeModel</c>, <c>LoopStartCountDynamicNodeModel</c>.</remarks>
internal sealed class CountingLoopStart : NodeTranslator<int>
{
    private const string Package = "org.knime.base.node.meta.looper.";

    public override NodeInfo Info { get; } =
        new(
            "Counting Loop Start",
            [
                Package + "LoopStartCountDynamicNodeFactory",
                Package + "LoopStartCountNodeFactory",
                Package + "LoopStartCountDynamicNodeFactoryRenamed",
            ]
        )
        {
            Result = "round",
        };

    public override IReadOnlyList<PortKind> OutputsOf(Node node) =>
        node.Outputs.Count(port => port.Index > 0) > 1
            ? [.. node.Outputs.Where(port => port.Index > 0).Select(port => port.Kind)]
            : Info.Outputs;

    protected override int Read(SettingsReader model) => model.Integer("loops");

    protected override IEnumerable<PyStatement> Translate(int settings, NodeContext node)
    {
        node.Summary = $"{settings} rounds with the same table";
        var iteration = node.Local("iteration");
        var variables = Py.Expr(
            $"{{'currentIteration': {iteration}, 'maxIterations': {settings}}}"
        );
        yield return Py.For(
            $"{iteration} in range({settings})",
            [Rounds.Yield([.. node.Inputs.Select(input => (PyExpression)input)], variables)]
        );
    }
}

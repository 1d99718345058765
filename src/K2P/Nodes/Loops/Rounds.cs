using K2P.Python;

namespace K2P.Nodes.Loops;

/// <summary>What the function of a loop's start yields: the outputs of a round, and behind them its flow variables.</summary>
internal static class Rounds
{
    public static PyStatement Yield(IReadOnlyList<PyExpression> outputs, PyExpression variables)
    {
        var tuple = outputs.Aggregate(
            (PyExpression?)null,
            (all, next) => all is null ? next : Py.Expr($"{all}, {next}")
        );
        return tuple is null
            ? Py.Do($"yield {variables}")
            : Py.Do($"yield {PyExpression.Tuple([.. outputs, variables])}");
    }
}

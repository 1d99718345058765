using K2P.Python;
using K2P.Workflows;

namespace K2P.Nodes.Loops;

/// <summary>X-Partitioner: each round trains on all folds of the rows but one, and tests on that.</summary>
/// <remarks><c>XValidatePartitionModel</c>. With a seed the folds are KNIME's.</remarks>
internal sealed class XPartitioner : NodeTranslator<XPartitioner.Settings>
{
    /// <param name="ClassColumn">The column of the strata; null where there are none.</param>
    /// <param name="Seed">The seed of the random numbers; null where every run draws others.</param>
    internal sealed record Settings(
        int Folds,
        bool LeavesOneOut,
        bool IsRandom,
        string? ClassColumn,
        long? Seed
    );

    public override NodeInfo Info { get; } =
        new("X-Partitioner", ["org.knime.base.node.meta.xvalidation.XValidatePartitionerFactory"])
        {
            Results = ["training", "test"],
            Outputs = [PortKind.Table, PortKind.Table],
            Limits = "Without a seed other rows are drawn than in KNIME.",
        };

    protected override Settings Read(SettingsReader model)
    {
        var isStratified = model.Boolean("stratifiedSampling", false);
        var column = model.TextOrNull("classColumn");
        var seed = model.Long("randomSeed", 0);
        return new Settings(
            model.Integer("validations"),
            model.Boolean("leaveOneOut"),
            model.Boolean("randomSampling"),
            isStratified ? column : null,
            model.Boolean("useRandomSeed", false) ? seed : null
        );
    }

    protected override IEnumerable<PyStatement> Translate(Settings settings, NodeContext node)
    {
        var table = node.Input();
        var (folds, iteration, isTest) = (
            node.Local("folds"),
            node.Local("iteration"),
            node.Local("is_test")
        );
        var count = PyExpression.Literal(settings.Folds);
        if (settings.LeavesOneOut)
        {
            node.Summary = "Each row in turn is the test";
            count = Py.Expr($"len({table})");
            yield return Py.Assign(folds, $"np.arange(len({table}))");
        }
        else
        {
            node.Summary = $"{settings.Folds} folds, each in turn is the test";
            if (settings.Seed is null && (settings.ClassColumn is not null || settings.IsRandom))
            {
                node.Approximate("The folds are drawn without a seed, in KNIME too.");
            }
            yield return Py.Assign(
                folds,
                settings.ClassColumn is { } column
                        ? Folds("stratified_folds", Py.Expr($"{table}[{column}]"))
                    : settings.IsRandom ? Folds("random_folds", Py.Expr($"len({table})"))
                    : Py.Expr($"folds_in_line(len({table}), {settings.Folds})")
            );

            PyExpression Folds(string function, PyExpression rows)
            {
                var arguments = new PyArguments { rows, Py.Expr($"{settings.Folds}") };
                if (settings.Seed is { } start)
                {
                    arguments.Add("seed", start);
                }
                return function == "random_folds"
                    ? Py.Expr($"random_folds({arguments})")
                    : Py.Expr($"stratified_folds({arguments})");
            }
        }
        yield return Py.For(
            $"{iteration} in range({count})",
            [
                Py.Assign(isTest, $"{folds} == {iteration}"),
                Rounds.Yield(
                    [Py.Expr($"{table}[~{isTest}]"), Py.Expr($"{table}[{isTest}]")],
                    Py.Expr($"{{'currentIteration': {iteration}, 'maxIterations': {count}}}")
                ),
            ]
        );
    }
}

using K2P.Python;

namespace K2P.Nodes.Loops;

/// <summary>Interval Loop Start: the same table in each round, with a number that goes from one value to another.</summary>
/// <remarks><c>LoopStartIntervalNodeModel</c>; the steps are added as decimals, as <c>BigDecimal</c> does.</remarks>
internal sealed class IntervalLoopStart : NodeTranslator<IntervalLoopStart.Settings>
{
    internal sealed record Settings(
        double From,
        double To,
        double Step,
        bool IsWhole,
        string Prefix
    );

    public override NodeInfo Info { get; } =
        new("Interval Loop Start", ["org.knime.base.node.meta.looper.LoopStartIntervalNodeFactory"])
        {
            Result = "round",
        };

    protected override Settings Read(SettingsReader model) =>
        new(
            model.Double("from"),
            model.Double("to"),
            model.Double("step"),
            model.Boolean("integerLoop"),
            model.Text("prefix", "loop_")
        );

    protected override IEnumerable<PyStatement> Translate(Settings settings, NodeContext node)
    {
        node.Summary = "A round for each step of an interval";
        if (settings.Step == 0)
        {
            throw node.Manual("The steps of the interval are zero.");
        }
        var table = node.Input();
        var (value, step) = (node.Local("value"), node.Local("step"));
        yield return Py.Assign(value, $"Decimal(str({settings.From}))");
        yield return Py.Assign(step, $"Decimal(str({settings.Step}))");
        var current = settings.IsWhole
            ? Py.Expr($"int(np.floor(float({value}) + 0.5))")
            : Py.Expr($"float({value})");
        PyExpression Fixed(double number) =>
            settings.IsWhole
                ? PyExpression.Literal((long)Math.Floor(number + 0.5))
                : PyExpression.Literal(number);
        var variables = PyExpression.Dict([
            KeyValuePair.Create(settings.Prefix + "from", Fixed(settings.From)),
            KeyValuePair.Create(settings.Prefix + "to", Fixed(settings.To)),
            KeyValuePair.Create(
                settings.Prefix + "step",
                settings.IsWhole
                    ? PyExpression.Literal((long)settings.Step)
                    : PyExpression.Literal(settings.Step)
            ),
            KeyValuePair.Create(settings.Prefix + "value", current),
        ]);
        var isRising = settings.Step > 0;
        yield return Py.While(
            isRising ? $"{value} <= {settings.To}" : (PyTemplate)$"{value} >= {settings.To}",
            [Rounds.Yield([table], variables), Py.Do($"{value} += {step}")]
        );
    }
}

using K2P.Python;

namespace K2P.Nodes.Flow;

/// <summary>Breakpoint: hands its table on, or fails where a condition holds.</summary>
/// <remarks><c>BreakpointNodeModel</c>. The conditions on inactive branches have no translation.</remarks>
internal sealed class Breakpoint : NodeTranslator<Breakpoint.Settings>
{
    private const string Empty = "empty table";
    private const string NotEmpty = "non-empty table";
    private const string Match = "variable matches value";

    /// <param name="Condition">When it fails; null where it is switched off.</param>
    /// <param name="Variable">The variable to look at.</param>
    /// <param name="Value">Its value as text at which it fails.</param>
    /// <param name="Message">The user's message; null for KNIME's.</param>
    internal sealed record Settings(
        string? Condition,
        string? Variable,
        string? Value,
        string? Message
    );

    public override NodeInfo Info { get; } =
        new("Breakpoint", ["org.knime.base.node.flowcontrol.breakpoint.BreakpointNodeFactory"])
        {
            Limits = "Conditions on active and inactive branches.",
        };

    protected override Settings Read(SettingsReader model)
    {
        var message = model.TextOrNull("Custom error message");
        var hasMessage = model.Boolean("Use custom error message", false);
        var condition = model.OneOf(
            "BreakPoint",
            Empty,
            NotEmpty,
            Match,
            "active branch",
            "inactive branch"
        );
        return new Settings(
            model.Boolean("Enabled") ? condition : null,
            model.TextOrNull("Variable Name"),
            model.TextOrNull("Variable Value"),
            hasMessage ? message : null
        );
    }

    protected override IEnumerable<PyStatement> Translate(Settings settings, NodeContext node)
    {
        var table = node.Input();
        node.Summary = settings.Condition is null ? "Hand the table on" : "Stop on a condition";
        if (settings.Condition is not null)
        {
            var (condition, message) = settings.Condition switch
            {
                Empty => (Py.Expr($"len({table}) == 0"), "the table is empty"),
                NotEmpty => (Py.Expr($"len({table}) > 0"), "the table is not empty"),
                Match when settings is { Variable: { } variable, Value: { } value } => (
                    Py.Expr($"cell_text({node.Variable(variable)}) == {value}"),
                    $"{variable}={value}"
                ),
                _ => throw node.Manual("The condition is one on inactive branches."),
            };
            yield return Py.If(
                condition,
                [Py.Raise($"RuntimeError({settings.Message ?? message})")]
            );
        }
        yield return Py.Return(table);
    }
}

using K2P.Python;
using K2P.Workflows;

namespace K2P.Nodes;

/// <summary>Translates a node whose settings flow variables control: the variables become parameters of its function.</summary>
/// <remarks>
/// A translator knows nothing of this. It is asked several times, with other values of the controlled settings; where the code
/// differs only in literals that are those values, they are the places of the parameter. A boolean becomes an <c>if</c>. Where
/// the value changes the code in any other way, it stays as it was when the workflow was saved, which makes the node partial.
/// </remarks>
internal sealed class ControlledSettings(
    DialogSettings settings,
    NodeTranslator translator,
    Func<SettingsConfig, NodeContext> open,
    VariableParameters variables
)
{
    private const int MostChoices = 3;

    private readonly HashSet<VariableSetting> fixedSettings = [];

    private sealed record Run(NodeContext Context, IReadOnlyList<PyStatement> Body);

    /// <summary>The body of the function, with the context in which it was translated.</summary>
    /// <exception cref="UntranslatableException">The node becomes a stub.</exception>
    public (NodeContext Context, IReadOnlyList<PyStatement> Body) Translate()
    {
        var model = settings.Model;
        var controls = settings.Controls;
        foreach (var control in controls)
        {
            model = SettingValues.WithStored(model, control, variables.Stored(control.Used!));
            _ = HasParameter(control, model);
        }
        var known = variables.Count;
        var run = Ask(model);
        if (controls.Count > 0)
        {
            run = Choose(model, controls);
        }
        else if (variables.Count > known)
        {
            // Once more, so that no local has the name of a parameter that came up behind it.
            run = Ask(model);
        }
        foreach (var control in controls.Where(fixedSettings.Contains))
        {
            run.Context.FixedSetting(WhyFixed(control));
        }
        return (run.Context, run.Body);
    }

    private string WhyFixed(VariableSetting control) =>
        variables.Stored(control.Used!) is { Value: not null }
            ? $"The flow variable '{control.Used}' controls the setting '{control.Name}'; the code holds for the value that KNIME stored for it."
            : $"The flow variable '{control.Used}' controls the setting '{control.Name}'; KNIME stored no value for it, so the code holds for the dialog's value.";

    private Run Ask(SettingsConfig model)
    {
        var context = open(model);
        return new Run(context, translator.Translate(context));
    }

    private Run? TryAsk(SettingsConfig model)
    {
        try
        {
            return Ask(model);
        }
        catch (UntranslatableException)
        {
            return null;
        }
    }

    /// <summary>Settles the booleans one after the other, then the rest.</summary>
    private Run Choose(SettingsConfig model, IReadOnlyList<VariableSetting> controls)
    {
        var flags = controls
            .Where(control =>
                model.At(control.Path) is SettingsEntry { Type: SettingsType.Boolean }
            )
            .ToList();
        var others = controls.Except(flags).ToList();
        foreach (
            var extra in flags.Where((flag, i) => i >= MostChoices || !HasParameter(flag, model))
        )
        {
            fixedSettings.Add(extra);
        }
        return Choose(model, [.. flags.Where(flag => !fixedSettings.Contains(flag))], others);
    }

    private Run Choose(
        SettingsConfig model,
        IReadOnlyList<VariableSetting> flags,
        IReadOnlyList<VariableSetting> others
    )
    {
        if (flags.Count == 0)
        {
            return Fill(model, others);
        }
        var flag = flags[0];
        var stored = Choose(model, [.. flags.Skip(1)], others);
        var isOn = ((SettingsEntry)model.At(flag.Path)!).Value == "true";
        Run other;
        try
        {
            other = Choose(
                SettingValues.With(model, flag, isOn ? "false" : "true"),
                [.. flags.Skip(1)],
                others
            );
        }
        catch (UntranslatableException)
        {
            fixedSettings.Add(flag);
            return stored;
        }
        var (yes, no) = isOn ? (stored, other) : (other, stored);
        if (Signature(yes.Body) == Signature(no.Body))
        {
            return stored;
        }
        var parameter = Parameter(flag, model);
        foreach (var keyword in other.Context.Keywords)
        {
            stored.Context.Take(keyword);
        }
        stored.Context.Take(parameter);
        var condition =
            parameter.Annotation.ToString() == "bool"
                ? Py.Expr($"{parameter.Name}")
                : Py.Expr($"{parameter.Name} == 'true'");
        var isReturning = yes.Body is [.., PyStatement.Simple last] && last.Tokens[0].Is("return");
        IReadOnlyList<PyStatement> body = isReturning
            ? [Py.If(condition, yes.Body), .. no.Body]
            : [Py.If(condition, yes.Body, no.Body)];
        return new Run(stored.Context, body);
    }

    private static string Signature(IReadOnlyList<PyStatement> body)
    {
        var (tokens, shape) = PyBodies.Flatten(body);
        return $"{shape} {string.Join(' ', tokens.Select(token => token.Text))}";
    }

    private bool HasParameter(VariableSetting control, SettingsConfig model)
    {
        try
        {
            _ = Parameter(control, model);
            return true;
        }
        catch (UntranslatableException)
        {
            return false;
        }
    }

    private KeywordParameter Parameter(VariableSetting control, SettingsConfig model)
    {
        var type = SettingValues.ClassOf(model.At(control.Path));
        return variables.Of(control.Used!, type, SettingValues.Of(model, control));
    }

    /// <summary>Puts parameters where the values of the settings stand; one setting at a time shows which can be, then all together.</summary>
    private Run Fill(SettingsConfig model, IReadOnlyList<VariableSetting> controls)
    {
        var stored = Ask(model);
        var filling = new List<SettingFilling>();
        foreach (var control in controls.Where(control => !fixedSettings.Contains(control)))
        {
            if (Filling(model, stored, control) is { } found)
            {
                filling.Add(found);
            }
            else
            {
                fixedSettings.Add(control);
            }
        }
        if (filling.All(each => !each.IsUsed))
        {
            return stored;
        }
        IReadOnlyList<SettingFilling> used = [.. filling.Where(each => each.IsUsed)];
        if (Places(model, stored, used) is not { } places)
        {
            fixedSettings.UnionWith(used.Select(each => each.Control));
            return stored;
        }
        foreach (var each in used)
        {
            stored.Context.Take(each.Parameter);
        }
        stored.Context.Summary = places.Summary(stored.Context.Summary);
        return new Run(stored.Context, places.Body(stored.Context));
    }

    private SettingFilling? Filling(SettingsConfig model, Run stored, VariableSetting control)
    {
        if (model.At(control.Path) is not { } item || !HasParameter(control, model))
        {
            return null;
        }
        var parameter = Parameter(control, model);
        var type = variables.ClassOf(control.Used!) ?? SettingValues.ClassOf(item) ?? "";
        foreach (var samples in SettingSamples.Of(item, type))
        {
            var filling = new SettingFilling(control, parameter, samples);
            if (
                TryAsk(SettingValues.With(model, control, samples.First)) is { } first
                && Signature(first.Body) == Signature(stored.Body)
                && TryAsk(SettingValues.With(model, control, samples.Second)) is { } second
                && Signature(second.Body) == Signature(stored.Body)
            )
            {
                return filling with { IsUsed = false };
            }
            if (Places(model, stored, [filling]) is not null)
            {
                return filling;
            }
        }
        return null;
    }

    /// <summary>Where the values of all these settings stand in the code; null where they do more than stand somewhere.</summary>
    private SettingPlaces? Places(
        SettingsConfig model,
        Run stored,
        IReadOnlyList<SettingFilling> fillings
    )
    {
        var (firstModel, secondModel) = (model, model);
        foreach (var filling in fillings)
        {
            firstModel = SettingValues.With(firstModel, filling.Control, filling.Samples.First);
            secondModel = SettingValues.With(secondModel, filling.Control, filling.Samples.Second);
        }
        if (
            TryAsk(firstModel) is not { } first
            || TryAsk(secondModel) is not { } second
            || first.Context.Status != stored.Context.Status
            || first.Context.Keywords.Count != stored.Context.Keywords.Count
        )
        {
            return null;
        }
        var places = SettingPlaces.Find(first.Body, second.Body, fillings);
        IReadOnlyList<string> values =
        [
            .. fillings.Select(filling => SettingValues.Of(model, filling.Control) ?? ""),
        ];
        return places is not null && places.Gives(stored.Body, values)
            ? places with
            {
                Summaries = (first.Context.Summary, values),
            }
            : null;
    }
}

/// <summary>A setting that a parameter may stand for.</summary>
/// <param name="Control">The setting.</param>
/// <param name="Parameter">The parameter.</param>
/// <param name="Samples">The values that show where the setting ends up.</param>
internal sealed record SettingFilling(
    VariableSetting Control,
    KeywordParameter Parameter,
    SettingSamples Samples
)
{
    /// <summary>False where the setting's value changes nothing in the code.</summary>
    public bool IsUsed { get; init; } = true;
}

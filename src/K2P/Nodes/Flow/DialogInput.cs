using K2P.Workflows;

namespace K2P.Nodes.Flow;

/// <summary>What the nodes that ask the user for a value have in common: the flow variable, and what the dialog calls it.</summary>
/// <remarks><c>QuickFormConfig</c>, <c>LabeledFlowVariableDialogNodeConfig</c>, <c>LabeledConfig</c>, and <c>QuickFormInNodeModel</c> of KNIME 2.</remarks>
/// <param name="Variable">The flow variable.</param>
/// <param name="Label">The words beside the field; the variable's name where there are none.</param>
internal sealed record DialogInput(string Variable, string Label)
{
    private const string DefaultLabel = "Label";

    /// <summary>Where the nodes keep the value: those of KNIME 2 elsewhere than the later ones.</summary>
    public static string ValueKey(SettingsReader model) =>
        model.Has("variableName") ? "value" : "defaultValue";

    public static DialogInput Read(SettingsReader model)
    {
        model.Skip(
            "how the dialog or the view shows the field",
            "description",
            "hideInWizard",
            "hideInDialog",
            "hide_in_wizard",
            "weight",
            "customCSS",
            "trigger_reexecution",
            "type",
            "limit_number_visible_options",
            "number_visible_options",
            "enable_search",
            "editorType",
            "multilineEditorWidth",
            "multilineEditorHeight",
            "parameterName"
        );
        model.Skip(
            "the dialog refuses other values",
            "required",
            "regex",
            "error_message",
            "use_min",
            "use_max",
            "useMin",
            "useMax",
            "min",
            "max"
        );
        var variable = NameOf(model.TextOrNull);
        return variable is null
            ? throw model.Bad("flowVariableName", "is missing")
            : new DialogInput(
                variable,
                model.Text("label", "") is { Length: > 0 } label && label != DefaultLabel
                    ? label
                    : variable
            );
    }

    /// <summary>The flow variables that a node makes whose names begin with that of its variable.</summary>
    /// <param name="node">The node.</param>
    /// <param name="made">What stands behind the variable's name, and the type word.</param>
    public static MadeVariables Made(
        Node node,
        params ReadOnlySpan<(string Suffix, string Class)> made
    )
    {
        if (NameOf(node.Model.Text) is not { } name)
        {
            return MadeVariables.None;
        }
        var classes = new Dictionary<string, string>();
        foreach (var (suffix, type) in made)
        {
            classes[name + suffix] = type;
        }
        return new MadeVariables(classes);
    }

    private static string? NameOf(Func<string, string?> text) =>
        text("flowVariableName") ?? text("flowvariablename") ?? text("variableName");
}

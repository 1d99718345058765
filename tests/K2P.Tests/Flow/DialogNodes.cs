using K2P.Tests.Support;

namespace K2P.Tests.Flow;

/// <summary>Nodes that ask the user for a value, with their settings as KNIME writes them.</summary>
internal static class DialogNodes
{
    private const string Js = "org.knime.js.base.node.";

    /// <summary>An Integer Configuration.</summary>
    public static SmallWorkflow AddIntegerConfiguration(
        this SmallWorkflow workflow,
        int id,
        string variable,
        int value
    ) =>
        workflow.Add(
            id,
            $"{Js}configuration.input.integer.IntegerDialogNodeFactory",
            new Branch
            {
                {
                    "defaultValue",
                    new Branch { { "integer", value } }
                },
                { "hideInDialog", false },
                { "parameterName", variable },
                { "label", $"The {variable}" },
                { "description", "" },
                { "required", true },
                { "flowVariableName", variable },
                { "useMin", false },
                { "useMax", false },
                { "min", 0 },
                { "max", 100 },
            },
            name: "Integer Configuration"
        );

    /// <summary>A String Input (a quickform).</summary>
    /// <param name="workflow">The workflow.</param>
    /// <param name="id">The node's id.</param>
    /// <param name="variable">The flow variable that it makes.</param>
    /// <param name="value">The text in its dialog.</param>
    /// <param name="last">The text that was chosen in its last run.</param>
    public static SmallWorkflow AddStringInput(
        this SmallWorkflow workflow,
        int id,
        string variable,
        string value,
        string? last = null
    ) =>
        workflow.Add(
            id,
            $"{Js}quickform.input.string.StringInputQuickFormNodeFactory",
            new Branch
            {
                {
                    "defaultValue",
                    new Branch { { "string", value } }
                },
                { "label", "Label" },
                { "description", "" },
                { "hideInWizard", false },
                { "hideInDialog", false },
                { "required", true },
                { "parameterName", "string-input" },
                { "customCSS", "" },
                { "flowvariablename", variable },
                { "regex", "" },
                { "error_message", "" },
            },
            stack: last is null ? null : [(variable, "STRING", last)],
            name: "String Input"
        );

    /// <summary>What a component keeps for an Integer Configuration inside it.</summary>
    public static Branch Entered(string parameter, int id, int value) =>
        new()
        {
            {
                $"{parameter}-{id}",
                new Branch { { "integer", value } }
            },
        };
}

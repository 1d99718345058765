using System.Globalization;
using System.Text;
using K2P.Diagnostics;
using K2P.Python;
using K2P.Workflows;

namespace K2P.Nodes;

/// <summary>Translates one node: finds its translator, calls it, and makes a stub of what cannot be translated.</summary>
internal static class Translation
{
    private const int MaxListedSettings = 25;
    private const int MaxSettingLength = 100;

    /// <param name="node">The node.</param>
    /// <param name="settings">Its settings.</param>
    /// <param name="inputs">Its connected inputs.</param>
    /// <param name="names">The scope of its function.</param>
    /// <param name="used">The kinds of the output ports up to the last one that something is connected to.</param>
    /// <param name="reach">The flow variables.</param>
    public static NodeTranslation Of(
        Node node,
        DialogSettings settings,
        IReadOnlyList<NodeInput> inputs,
        PyNames names,
        IReadOnlyList<PortKind> used,
        VariablesInReach reach
    )
    {
        var translation = Of(node, settings, inputs, names, reach);
        var known = translation.Outputs.Count;
        if (used.Count <= known)
        {
            return translation;
        }
        if (translation.Status is not (NodeStatus.Manual or NodeStatus.Skipped))
        {
            var reason =
                $"Output {known + 1} of '{node.Name}' is used, but the translation does not make it.";
            translation = Stub(node, NodeCatalog.Find(node), DiagnosticKinds.Manual.With(reason));
        }
        return translation with { Outputs = [.. translation.Outputs, .. used.Skip(known)] };
    }

    private static NodeTranslation Of(
        Node node,
        DialogSettings settings,
        IReadOnlyList<NodeInput> inputs,
        PyNames names,
        VariablesInReach reach
    )
    {
        var translator = NodeCatalog.Find(node);
        if (translator is null || !node.HasSettings || node.Kind != NodeKind.Native)
        {
            return Stub(node, translator, WhyManual(node));
        }
        var variables = new VariableParameters(node, names, reach);
        try
        {
            var (context, body) = new ControlledSettings(
                settings,
                translator,
                model => new NodeContext(
                    node,
                    inputs,
                    names.Child(),
                    variables,
                    settings with
                    {
                        Model = model,
                    }
                ),
                variables
            ).Translate();
            context.SayWhatStays(reach.Passes);
            return new NodeTranslation
            {
                Node = node,
                Status = context.Status,
                Body = body,
                Docstring = Docstring(node, context.Summary),
                Diagnostics = context.Diagnostics,
                Files = context.Files,
                Keywords = context.Keywords,
                Outputs = translator.OutputsOf(node),
                Results = context.ResultName is { } result ? [result] : translator.Info.Results,
            };
        }
        catch (UntranslatableException reason)
        {
            return Stub(node, translator, reason.Diagnostic, reason.Status);
        }
    }

    /// <summary>The kinds of the output ports as far as the catalogue and the file know them.</summary>
    public static IReadOnlyList<PortKind> OutputsOf(Node node)
    {
        if (node.Kind == NodeKind.Native && NodeCatalog.Find(node) is { } translator)
        {
            return translator.OutputsOf(node);
        }
        var kinds = new List<PortKind>();
        foreach (var port in node.Outputs.Where(port => port.Index > 0))
        {
            while (kinds.Count < port.Index - 1)
            {
                kinds.Add(PortKind.Other);
            }
            kinds.Add(port.Kind);
        }
        return kinds;
    }

    private static Diagnostic WhyManual(Node node) =>
        node switch
        {
            { IsLocked: true } => DiagnosticKinds.Locked.With(
                $"'{node.Name}' is encrypted; unlock it in KNIME and convert again."
            ),
            { HasSettings: false } => DiagnosticKinds.MissingSettings.With(
                $"The settings of '{node.Name}' are not in the workflow."
            ),
            { Factory: "" } => DiagnosticKinds.Manual.With(
                $"'{node.Name}' names no factory; it is from a missing extension."
            ),
            _ => DiagnosticKinds.Manual.With($"'{node.Name}' has no translation yet."),
        };

    private static NodeTranslation Stub(
        Node node,
        NodeTranslator? translator,
        Diagnostic reason,
        NodeStatus status = NodeStatus.Manual
    ) =>
        new()
        {
            Node = node,
            Status = status,
            Body =
                status == NodeStatus.Skipped
                    ? []
                    :
                    [
                        Py.Raise(
                            $"NotImplementedError({$"{node.Name} (node {node.Path}): write this function, see its docstring"})"
                        ),
                    ],
            Docstring = StubDocstring(node, reason),
            Diagnostics = [reason],
            Files = [],
            Keywords = [],
            Outputs = OutputsOf(node),
            Results = translator?.Info.Results ?? [node.Name],
        };

    private static string Docstring(Node node, string? summary) =>
        summary is null
            ? $"{node.Name} (node {node.Path})."
            : $"{summary} ({node.Name}, node {node.Path}).";

    private static string StubDocstring(Node node, Diagnostic reason)
    {
        var text = new StringBuilder($"Not translated: {node.Name}, node {node.Path}");
        text.Append(node.Factory.Length == 0 ? "." : $" ({node.FullFactory}).");
        text.Append("\n\n").Append(reason.Message);
        var settings = new List<string>();
        List(node.Model, "", settings);
        if (settings.Count > 0)
        {
            text.Append("\n\nSettings:");
            foreach (var line in settings.Take(MaxListedSettings))
            {
                text.Append("\n    ").Append(line);
            }
            if (settings.Count > MaxListedSettings)
            {
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"\n    … and {settings.Count - MaxListedSettings} more"
                );
            }
        }
        return text.ToString();
    }

    private static void List(SettingsConfig branch, string prefix, List<string> into)
    {
        foreach (var item in branch.Items)
        {
            var path = prefix.Length == 0 ? item.Key : $"{prefix}/{item.Key}";
            if (item is SettingsConfig inner)
            {
                if (!item.Key.EndsWith("_Internals", StringComparison.Ordinal))
                {
                    List(inner, path, into);
                }
            }
            else if (
                item is SettingsEntry entry
                && item.Key is not ("array-size" or "SettingsModelID" or "EnabledStatus")
            )
            {
                var value = entry.Type switch
                {
                    SettingsType.Password => entry.HasSecret
                        ? "(a password, not shown)"
                        : "(no password)",
                    SettingsType.Text when entry.Value is { } text => $"\"{Short(text)}\"",
                    _ => entry.Value is { } text ? Short(text) : "null",
                };
                into.Add($"{path} = {value}");
            }
        }
    }

    private static string Short(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= MaxSettingLength
            ? line
            : string.Concat(line.AsSpan(0, MaxSettingLength), "…");
    }
}

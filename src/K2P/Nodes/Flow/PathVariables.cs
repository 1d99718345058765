using System.Text.RegularExpressions;
using K2P.Workflows;

namespace K2P.Nodes.Flow;

/// <summary>Which flow variables the nodes between paths and texts convert, and what they call the new ones.</summary>
/// <param name="Names">The names in the dialog; null where it says which are left out.</param>
/// <param name="Excluded">The names that are left out.</param>
/// <param name="Suffix">What stands behind the name of the new variable.</param>
/// <param name="IsUnique">A new name that is taken gets a number.</param>
internal sealed partial record PathVariables(
    IReadOnlyList<string>? Names,
    IReadOnlyList<string> Excluded,
    string Suffix,
    bool IsUnique
)
{
    [GeneratedRegex(@" \(#\d+\)$")]
    private static partial Regex Number { get; }

    public static PathVariables Read(SettingsReader model)
    {
        var panel = model.Config("variable_filter");
        if (panel.OneOf("filter-type", "STANDARD", "name_pattern") != "STANDARD")
        {
            throw panel.Manual("The variables are chosen by a pattern.");
        }
        panel.Skip("names are chosen", "name_pattern");
        var isByName =
            panel.OneOf("enforce_option", "EnforceInclusion", "EnforceExclusion")
            == "EnforceInclusion";
        var included = panel.Texts("included_names");
        return new PathVariables(
            isByName ? included : null,
            panel.Texts("excluded_names"),
            model.Text("suffix"),
            model.Boolean("on_fv_conflict_make_unique", true)
        );
    }

    /// <summary>What the node makes before it has run.</summary>
    public static MadeVariables Made(Node node, string type)
    {
        var names = node.Model.Config("variable_filter")?.Config("included_names");
        var suffix = node.Model.Text("suffix");
        return names is null
            ? MadeVariables.Any
            : new MadeVariables(
                names
                    .Items.OfType<SettingsEntry>()
                    .Where(entry => entry.Key != "array-size")
                    .Select(entry => entry.Value + suffix)
                    .Distinct()
                    .ToDictionary(name => name, _ => type),
                true
            );
    }

    /// <summary>The variables to convert, with the names of the new ones: as KNIME chose them in its last run, else as the settings say.</summary>
    /// <param name="node">The node.</param>
    /// <param name="type">KNIME's type word of those that are converted.</param>
    public IReadOnlyList<(string From, string To)> Of(NodeContext node, string type)
    {
        if (node.Node.Variables.Count > 0)
        {
            return
            [
                .. node
                    .Node.Variables.Select(made => made.Name)
                    .Distinct()
                    .Select(made => (From: Number.Replace(made, ""), To: made))
                    .Where(pair => pair.From.EndsWith(Suffix, StringComparison.Ordinal))
                    .Select(pair => (pair.From[..^Suffix.Length], pair.To)),
            ];
        }
        var names = Names is null
            ? node
                .VisibleVariables.Except(Excluded)
                .Where(name => node.ClassOf(name) is { } known && known == type)
            : Names.Where(node.Sees);
        var pairs = names.Select(name => (From: name, To: name + Suffix)).ToList();
        if (IsUnique && pairs.FirstOrDefault(pair => node.Sees(pair.To)) is { To: { } taken })
        {
            throw node.Manual(
                $"There is a flow variable '{taken}' already, and the node has not run, so that the name of the new one is not known."
            );
        }
        return pairs;
    }
}

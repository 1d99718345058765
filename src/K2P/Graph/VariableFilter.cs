using K2P.Workflows;

namespace K2P.Graph;

/// <summary>Which flow variables the border nodes of a component let through.</summary>
/// <remarks><c>FlowVariableFilterConfiguration</c> in <c>VirtualSubNodeInputConfiguration</c> and <c>…OutputConfiguration</c>.</remarks>
internal static class VariableFilter
{
    /// <summary>What the component's input puts before the name of each variable.</summary>
    public static string PrefixOf(Node border) => border.Model.Text("variable-prefix") ?? "";

    /// <param name="border">The component's input or output node.</param>
    /// <param name="name">The variable's name outside the component's input, or inside before its output.</param>
    public static bool Passes(Node border, string name)
    {
        if (border.Variables.Count > 0)
        {
            var known = PrefixOf(border) + name;
            return border.Variables.Any(variable => variable.Name == known);
        }
        if (border.Model.Config("variable-filter") is not { } filter)
        {
            return false;
        }
        if (filter.Text("filter-type") == "name_pattern")
        {
            var pattern = filter.Config("name_pattern");
            return pattern?.Text("type") != "Wildcard"
                || IsLike(name, pattern.Text("pattern") ?? "");
        }
        return Holds(filter.Config("included_names"), name)
            || (
                filter.Text("enforce_option") == "EnforceExclusion"
                && !Holds(filter.Config("excluded_names"), name)
            );
    }

    private static bool Holds(SettingsConfig? names, string name) =>
        names is not null
        && names
            .Items.OfType<SettingsEntry>()
            .Any(entry => entry.Key != "array-size" && entry.Value == name);

    /// <summary>Wildcards: <c>*</c> for any text, <c>?</c> for one character.</summary>
    private static bool IsLike(string text, string pattern)
    {
        var (at, star, mark) = (0, -1, 0);
        var i = 0;
        while (i < text.Length)
        {
            if (at < pattern.Length && (pattern[at] == '?' || pattern[at] == text[i]))
            {
                (at, i) = (at + 1, i + 1);
            }
            else if (at < pattern.Length && pattern[at] == '*')
            {
                (star, mark) = (at++, i);
            }
            else if (star >= 0)
            {
                (at, i) = (star + 1, ++mark);
            }
            else
            {
                return false;
            }
        }
        return pattern.AsSpan(at).IndexOfAnyExcept('*') < 0;
    }
}

using K2P.Expressions.JavaRegex;

namespace K2P.Nodes.Shared;

/// <summary>Reads the panel "column filter" in each of its formats.</summary>
internal static class ColumnSelectionReader
{
    private const string OtherWay =
        "belongs to another way of choosing columns than the one that was chosen";

    public static ColumnSelection Read(SettingsReader panel)
    {
        if (panel.Has("filter-type"))
        {
            return ReadConfiguration(panel);
        }
        return panel.Has("mode") ? ReadFilter(panel) : ReadFilterString(panel);
    }

    /// <summary><c>DataColumnSpecFilterConfiguration</c> and <c>NameFilterConfiguration</c>; <c>LegacyColumnFilterPersistor</c> writes the same.</summary>
    private static ColumnSelection ReadConfiguration(SettingsReader panel)
    {
        var mode = panel.OneOf("filter-type", "STANDARD", "name_pattern", "datatype");
        if (mode == "STANDARD")
        {
            panel.Skip(OtherWay, "name_pattern", "datatype");
            var included = panel.TextsOrNull("included_names") ?? [];
            var excluded = panel.TextsOrNull("excluded_names") ?? [];
            return
                panel.OneOf("enforce_option", "EnforceInclusion", "EnforceExclusion")
                == "EnforceInclusion"
                ? new ColumnSelection.Only(included)
                : new ColumnSelection.AllBut([.. excluded.Except(included)]);
        }
        panel.Skip(OtherWay, "included_names", "excluded_names", "enforce_option");
        if (mode == "datatype")
        {
            panel.Skip(OtherWay, "name_pattern");
            var types = panel.Config("datatype").Config("typelist");
            var isChosen = types.Keys.ToLookup(key => types.Boolean(key));
            return new ColumnSelection.OfTypes([.. isChosen[true]], [.. isChosen[false]]);
        }
        panel.Skip(OtherWay, "datatype");
        var pattern = panel.Config("name_pattern");
        var text = pattern.Text("pattern");
        return new ColumnSelection.Matching(
            text,
            pattern.OneOf("type", "Wildcard", "Regex") == "Regex"
                ? Regex(pattern, text)
                : JavaPattern.FromWildcard(text),
            !pattern.Boolean("caseSensitive"),
            pattern.Boolean("excludeMatching", false)
        );
    }

    /// <summary><c>ColumnFilter</c> of the dialogs of KNIME 5 (<c>TypedStringFilter</c>, <c>ManualFilter</c>, <c>PatternFilter</c>).</summary>
    private static ColumnSelection ReadFilter(SettingsReader panel)
    {
        var mode = panel.OneOf("mode", "MANUAL", "REGEX", "WILDCARD", "TYPE");
        if (mode == "MANUAL")
        {
            panel.Skip(OtherWay, "patternFilter", "typeFilter");
            var manual = panel.Config("manualFilter");
            var selected = manual.TextsOrNull("manuallySelected") ?? [];
            var deselected = manual.TextsOrNull("manuallyDeselected") ?? [];
            return manual.Boolean("includeUnknownColumns")
                ? new ColumnSelection.AllBut(deselected)
                : new ColumnSelection.Only(selected);
        }
        panel.Skip(OtherWay, "manualFilter");
        if (mode == "TYPE")
        {
            panel.Skip(OtherWay, "patternFilter");
            return new ColumnSelection.OfTypes(
                panel.Config("typeFilter").Texts("selectedTypes"),
                []
            );
        }
        panel.Skip(OtherWay, "typeFilter");
        var pattern = panel.Config("patternFilter");
        var isCaseSensitive = pattern.Boolean("isCaseSensitive");
        var text = pattern.Text("pattern");
        text = isCaseSensitive ? text : text.ToLowerInvariant();
        return new ColumnSelection.Matching(
            text,
            mode == "REGEX" ? FindRegex(pattern, text) : JavaPattern.FromWildcard(text),
            !isCaseSensitive,
            pattern.Boolean("isInverted")
        );
    }

    /// <summary><c>SettingsModelFilterString</c>: a list of names, or "keep all columns".</summary>
    private static ColumnSelection ReadFilterString(SettingsReader panel)
    {
        panel.Skip("the names that are left over", "ExclList");
        var included = panel.Texts("InclList");
        return panel.Boolean("keep_all_columns_selected", false)
            ? ColumnSelection.Everything
            : new ColumnSelection.Only(included);
    }

    private static string Regex(SettingsReader pattern, string text) =>
        JavaPattern.ToPython(text)
        ?? throw pattern.Manual(
            $"The regular expression '{text}' has a construct that Python does not have."
        );

    /// <summary>The newer dialogs search for <c>^pattern$</c>: of several alternatives, only the first is tied to the start and only the last to the end.</summary>
    private static string FindRegex(SettingsReader pattern, string text)
    {
        if (text.Length == 0)
        {
            return "(?!)";
        }
        var depth = 0;
        foreach (var letter in text)
        {
            depth += letter switch
            {
                '(' => 1,
                ')' => -1,
                _ => 0,
            };
            if (letter == '|' && depth == 0)
            {
                throw pattern.Manual(
                    $"KNIME searches for the alternatives of '{text}' in parts of the names."
                );
            }
        }
        return Regex(pattern, text);
    }
}

using K2P.Python;

namespace K2P.Nodes.Flow;

/// <summary>The flow variables that a node turns into cells.</summary>
/// <remarks><c>FlowVariableFilterConfiguration</c>, <c>FlowVariableFilter</c> of the newer dialogs, <c>VariableToTableSettings</c> of the oldest nodes.</remarks>
/// <param name="Names">The names in the dialog.</param>
/// <param name="KeepsOrder">The columns come in the dialog's order, else in that of the variables.</param>
/// <param name="IsOld">Only whole numbers, doubles and texts.</param>
internal sealed record VariableChoice(IReadOnlyList<string> Names, bool KeepsOrder, bool IsOld)
{
    private const string AllManual =
        "The variables are chosen by exclusion, pattern or type; KNIME's own constants are among them.";

    /// <param name="model">The node's settings.</param>
    /// <param name="isOld">Only whole numbers, doubles and texts.</param>
    public static VariableChoice Read(SettingsReader model, bool isOld)
    {
        if (model.TryConfig("filter") is { } filter)
        {
            if (filter.OneOf("mode", "MANUAL", "REGEX", "WILDCARD", "TYPE") != "MANUAL")
            {
                throw filter.Manual(AllManual);
            }
            filter.Skip("names are chosen", "patternFilter", "typeFilter");
            var manual = filter.Config("manualFilter");
            manual.Skip("unknown names are left out", "manuallyDeselected");
            return manual.Boolean("includeUnknownColumns")
                ? throw filter.Manual(AllManual)
                : new VariableChoice(manual.TextsOrNull("manuallySelected") ?? [], false, isOld);
        }
        if ((model.TryConfig("variable_filter") ?? model.TryConfig("variable-filter")) is { } panel)
        {
            var isByName =
                panel.OneOf("filter-type", "STANDARD", "name_pattern") == "STANDARD"
                && panel.OneOf("enforce_option", "EnforceInclusion", "EnforceExclusion")
                    == "EnforceInclusion";
            panel.Skip("names are chosen", "excluded_names", "name_pattern");
            return isByName
                ? new VariableChoice(panel.Texts("included_names"), false, isOld)
                : throw panel.Manual(AllManual);
        }
        if (model.Boolean("all", false))
        {
            throw model.Manual(AllManual);
        }
        var names = new List<string>();
        foreach (var each in model.Config("variables").Configs)
        {
            each.Skip("the variable has it", "type");
            names.Add(each.Text("name"));
        }
        return new VariableChoice(names, true, true);
    }

    /// <summary>The variables as a dict from names to values, in the order of the columns.</summary>
    public PyExpression Dict(NodeContext node)
    {
        var order = node.VisibleVariables.ToList();
        var values = new List<KeyValuePair<string, PyExpression>>();
        var visible = Names
            .Where(name => order.Contains(name) && node.Sees(name))
            .Distinct()
            .ToList();
        foreach (var name in Names.Except(visible))
        {
            node.Partial(
                $"Nothing upstream makes the flow variable '{name}', as far as the workflow tells; it is left out."
            );
        }
        foreach (
            var name in KeepsOrder ? visible : [.. visible.OrderBy(name => order.IndexOf(name))]
        )
        {
            var type = node.ClassOf(name);
            if (IsOld && type is not ("STRING" or "INTEGER" or "DOUBLE" or null))
            {
                continue;
            }
            var value = node.Variable(name);
            values.Add(new(name, type == "DOUBLE" ? Py.Expr($"float({value})") : value));
        }
        return PyExpression.Dict(values);
    }
}

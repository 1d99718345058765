using K2P.Workflows;

namespace K2P.Nodes;

/// <summary>A setting that a flow variable controls.</summary>
/// <param name="Path">The keys from <c>model</c> to the setting.</param>
/// <param name="Variable">The variable's name.</param>
internal sealed record VariableControl(string[] Path, string Variable);

/// <summary>Finds the settings that flow variables control (<c>org.knime.core.node.workflow.VariableSettings</c>): the
/// <c>variables</c> tree mirrors <c>model</c>; since 4.1 it has a version and stands one level deeper.</summary>
internal static class VariableControls
{
    public static IReadOnlyList<VariableControl> Of(Node node)
    {
        if (node.Settings.Config("variables") is not { } root)
        {
            return [];
        }
        var found = new List<VariableControl>();
        Find(
            root.Config("tree") is { } tree && root.Find("version") is not null ? tree : root,
            [],
            found
        );
        return found;
    }

    private static void Find(
        SettingsConfig branch,
        IReadOnlyList<string> path,
        List<VariableControl> found
    )
    {
        foreach (var inner in branch.Configs)
        {
            string[] place = [.. path, inner.Key];
            if (inner.Find("used_variable") is SettingsEntry used)
            {
                if (!string.IsNullOrEmpty(used.Value))
                {
                    found.Add(new VariableControl(place, used.Value));
                }
            }
            else
            {
                Find(inner, place, found);
            }
        }
    }
}

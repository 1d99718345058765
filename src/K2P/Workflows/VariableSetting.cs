namespace K2P.Workflows;

/// <summary>A setting that a flow variable controls, or that is handed out as a flow variable.</summary>
/// <param name="Path">The keys from <c>model</c> to the setting.</param>
/// <param name="Used">The variable that gives the setting its value, or null.</param>
/// <param name="Exposed">The variable that gets the setting's value, or null.</param>
public sealed record VariableSetting(IReadOnlyList<string> Path, string? Used, string? Exposed)
{
    /// <summary>The keys as one text, for messages.</summary>
    public string Name => string.Join('/', Path);

    /// <summary>Reads the <c>variables</c> tree of a settings file, which mirrors <c>model</c> (<c>org.knime.core.node.config.ConfigEditTreeModel</c>).</summary>
    /// <remarks>Since KNIME 4.1 the tree has a version beside it and stands one level deeper.</remarks>
    internal static IReadOnlyList<VariableSetting> In(SettingsConfig settings)
    {
        if (settings.Config("variables") is not { } root)
        {
            return [];
        }
        var found = new List<VariableSetting>();
        var isVersioned = root.Find("version") is SettingsEntry && root.Config("tree") is not null;
        Find(isVersioned ? root.Config("tree")! : root, [], found);
        return found;
    }

    private static void Find(
        SettingsConfig branch,
        IReadOnlyList<string> path,
        List<VariableSetting> found
    )
    {
        foreach (var inner in branch.Configs)
        {
            IReadOnlyList<string> place = [.. path, inner.Key];
            if (inner.Find("used_variable") is SettingsEntry used)
            {
                var exposed = inner.Text("exposed_variable");
                if (!string.IsNullOrEmpty(used.Value) || !string.IsNullOrEmpty(exposed))
                {
                    found.Add(
                        new VariableSetting(place, NullIfEmpty(used.Value), NullIfEmpty(exposed))
                    );
                }
            }
            else
            {
                Find(inner, place, found);
            }
        }
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}

using System.Globalization;

namespace K2P.Workflows;

/// <summary>Notes where passwords are stored, and gives each an environment variable of its own.</summary>
internal sealed class SecretFinder
{
    private readonly List<Secret> found = [];
    private readonly HashSet<string> names = new(StringComparer.Ordinal);

    /// <summary>Every stored password that was met.</summary>
    public IReadOnlyList<Secret> Found => found;

    /// <param name="settings">Where to look, at every depth.</param>
    /// <param name="node">The path of the node's ids; empty for the workflow itself.</param>
    public void Search(SettingsConfig settings, string node) => Search(settings, node, "");

    private void Search(SettingsConfig settings, string node, string prefix)
    {
        foreach (var item in settings.Items)
        {
            var key = prefix.Length == 0 ? item.Key : $"{prefix}/{item.Key}";
            if (item is SettingsConfig inner)
            {
                Search(inner, node, key);
            }
            else if (item is SettingsEntry { HasSecret: true })
            {
                // Credentials of the workflow are known by their name, which stands beside the password.
                var owner = node.Length > 0 ? node : settings.Text("name") ?? "WORKFLOW";
                found.Add(new Secret(node, key, EnvironmentName(owner, item.Key)));
            }
        }
    }

    private string EnvironmentName(string owner, string key)
    {
        var letters = $"K2P_{owner}_{key}".Select(letter =>
            char.IsAsciiLetterOrDigit(letter) ? char.ToUpperInvariant(letter) : '_'
        );
        var wish = new string([.. letters]);
        var name = wish;
        for (var number = 2; !names.Add(name); number++)
        {
            name = string.Create(CultureInfo.InvariantCulture, $"{wish}_{number}");
        }
        return name;
    }
}

using K2P.Workflows;

namespace K2P.Nodes;

/// <summary>The values of settings that flow variables control: entries, locations and arrays.</summary>
internal static class SettingValues
{
    /// <summary>The value of the setting as text; of a location, its path.</summary>
    public static string? Of(SettingsConfig model, VariableSetting control) =>
        model.At(control.Path) switch
        {
            SettingsEntry entry => entry.Value,
            SettingsConfig branch => branch.Text("path"),
            _ => null,
        };

    /// <summary>KNIME's type word for the value of a setting; a branch is taken for a location.</summary>
    public static string? ClassOf(SettingsItem? item) =>
        item is SettingsEntry entry ? FlowVariable.ClassOf(entry.Type) : FlowVariable.Location;

    /// <summary>The settings with another value at the setting; of a location, another path.</summary>
    public static SettingsConfig With(
        SettingsConfig model,
        VariableSetting control,
        string value
    ) =>
        model.At(control.Path) is SettingsEntry entry
            ? model.With([.. control.Path], new SettingsEntry(entry.Key, entry.Type, value))
            : model.With(
                [.. control.Path, "path"],
                new SettingsEntry("path", SettingsType.Text, value)
            );

    /// <summary>The settings as the node saw them in its last run.</summary>
    public static SettingsConfig WithStored(
        SettingsConfig model,
        VariableSetting control,
        FlowVariable? variable
    )
    {
        if (variable is not { } stored)
        {
            return model;
        }
        return model.At(control.Path) switch
        {
            SettingsEntry when stored.Value is { } value => With(model, control, value),
            SettingsConfig branch when stored.Class == FlowVariable.Location => model.With(
                [.. control.Path],
                Located(branch, stored)
            ),
            SettingsConfig when stored.Class.EndsWith("ARRAY", StringComparison.Ordinal) =>
                model.With([.. control.Path], Renamed(stored.Stored, control.Path[^1])),
            _ => model,
        };
    }

    private static SettingsConfig Located(SettingsConfig branch, FlowVariable location)
    {
        var result = new SettingsConfig(branch.Key);
        foreach (var item in branch.Items)
        {
            result.Add(
                item is SettingsEntry entry
                    ? new SettingsEntry(entry.Key, entry.Type, location.Stored.Text(entry.Key))
                    : item
            );
        }
        return result;
    }

    private static SettingsConfig Renamed(SettingsConfig source, string key)
    {
        var result = new SettingsConfig(key);
        foreach (var item in source.Items)
        {
            result.Add(item);
        }
        return result;
    }
}

namespace K2P.Workflows;

/// <summary>The type that KNIME gives a settings entry (<c>org.knime.core.node.config.base.ConfigEntries</c>).</summary>
public enum SettingsType
{
    Text,
    Integer,
    Long,
    Short,
    Byte,
    Double,
    Float,
    Boolean,
    Character,
    Password,
    Other,
}

/// <summary>One item of a settings file: a <see cref="SettingsEntry"/> or a <see cref="SettingsConfig"/>.</summary>
public abstract class SettingsItem(string key)
{
    /// <summary>The key, unique among its siblings.</summary>
    public string Key { get; } = key;
}

/// <summary>A leaf: a typed value, or null. A secret is never kept, only that there was one.</summary>
public sealed class SettingsEntry(
    string key,
    SettingsType type,
    string? value,
    bool hasSecret = false
) : SettingsItem(key)
{
    /// <summary>The declared type.</summary>
    public SettingsType Type { get; } = type;

    /// <summary>The value as text with KNIME's <c>%%nnnnn</c> escapes undone; null where KNIME stored null.</summary>
    public string? Value { get; } = value;

    /// <summary>True where a password, a token or a key was taken out of the value.</summary>
    public bool HasSecret { get; } = hasSecret;
}

/// <summary>A branch: items in file order. Arrays are branches with <c>array-size</c> and numbered keys.</summary>
public sealed class SettingsConfig(string key) : SettingsItem(key)
{
    private readonly List<SettingsItem> items = [];
    private Dictionary<string, SettingsItem>? index;

    /// <summary>A branch without items.</summary>
    public static SettingsConfig Empty { get; } = new("");

    /// <summary>The items in file order.</summary>
    public IReadOnlyList<SettingsItem> Items => items;

    /// <summary>The branches in file order.</summary>
    public IEnumerable<SettingsConfig> Configs => items.OfType<SettingsConfig>();

    /// <summary>The item of that key, or null. Where a broken file repeats a key, the last one counts, as in KNIME.</summary>
    public SettingsItem? Find(string key)
    {
        if (index is not null)
        {
            return index.GetValueOrDefault(key);
        }
        for (var i = items.Count - 1; i >= 0; i--)
        {
            if (items[i].Key == key)
            {
                return items[i];
            }
        }
        return null;
    }

    /// <summary>The branch of that key, or null.</summary>
    public SettingsConfig? Config(string key) => Find(key) as SettingsConfig;

    /// <summary>The text of the entry of that key; null where it is absent, null or a branch.</summary>
    public string? Text(string key) => (Find(key) as SettingsEntry)?.Value;

    /// <summary>The entry as an integer, or null.</summary>
    public int? Integer(string key) => int.TryParse(Text(key), out var value) ? value : null;

    /// <summary>The entry as a boolean, or null.</summary>
    public bool? Boolean(string key) => bool.TryParse(Text(key), out var value) ? value : null;

    internal void Add(SettingsItem item)
    {
        items.Add(item);
        if (index is not null)
        {
            index[item.Key] = item;
        }
        else if (items.Count > 16)
        {
            index = [];
            foreach (var each in items)
            {
                index[each.Key] = each;
            }
        }
    }

    /// <summary>The item at the path, or null.</summary>
    internal SettingsItem? At(IReadOnlyList<string> path)
    {
        SettingsItem? item = this;
        foreach (var step in path)
        {
            item = (item as SettingsConfig)?.Find(step);
        }
        return item;
    }

    /// <summary>A copy in which the item at the path is another one; no change where there is none at the path.</summary>
    internal SettingsConfig With(ReadOnlySpan<string> path, SettingsItem replacement)
    {
        var copy = new SettingsConfig(Key);
        foreach (var item in items)
        {
            copy.Add(
                item.Key != path[0] ? item
                : path.Length == 1 ? replacement
                : item is SettingsConfig inner ? inner.With(path[1..], replacement)
                : item
            );
        }
        return copy;
    }
}

using System.Globalization;
using K2P.Diagnostics;
using K2P.Workflows;

namespace K2P.Nodes;

/// <summary>
/// Reads a node's settings and remembers what was read, so that nothing is passed over in silence:
/// what stays unread is reported as <c>K2P1003</c> and makes the node partial.
/// </summary>
/// <remarks>Keys that end in <c>_Internals</c> are the dialog's bookkeeping (<c>SettingsModel</c>) and need not be read.</remarks>
internal sealed class SettingsReader
{
    private readonly SettingsConfig config;
    private readonly string path;
    private readonly HashSet<SettingsItem> seen;
    private readonly Node node;

    public SettingsReader(Node node, SettingsConfig config)
        : this(node, config, "", []) { }

    private SettingsReader(
        Node node,
        SettingsConfig config,
        string path,
        HashSet<SettingsItem> seen
    )
    {
        this.node = node;
        this.config = config;
        this.path = path;
        this.seen = seen;
    }

    /// <summary>The node's factory class: tells the formats of older and newer nodes apart.</summary>
    public string Factory => node.Factory;

    /// <summary>The key of this branch.</summary>
    public string Key => config.Key;

    /// <summary>The keys of this branch in file order.</summary>
    public IEnumerable<string> Keys => config.Items.Select(item => item.Key);

    /// <summary>True where the key is there, whatever its value.</summary>
    public bool Has(string key) => config.Find(key) is not null;

    /// <summary>The branch of that key; the node becomes a stub where it is absent.</summary>
    public SettingsReader Config(string key) => TryConfig(key) ?? throw Bad(key, "is missing");

    /// <summary>The branch of that key, or null.</summary>
    public SettingsReader? TryConfig(string key) =>
        config.Config(key) is { } inner
            ? new SettingsReader(node, Seen(inner), PathOf(key), seen)
            : null;

    /// <summary>All branches in file order.</summary>
    public IReadOnlyList<SettingsReader> Configs =>
        [
            .. config.Configs.Select(inner => new SettingsReader(
                node,
                Seen(inner),
                PathOf(inner.Key),
                seen
            )),
        ];

    /// <summary>The text of that key, which may not be null or absent.</summary>
    public string Text(string key) => TextOrNull(key) ?? throw Bad(key, "is missing");

    /// <summary>The text of that key, or the fallback where it is absent (older versions) or null.</summary>
    public string Text(string key, string fallback) => TextOrNull(key) ?? fallback;

    /// <summary>The text of that key; null where it is absent or null.</summary>
    public string? TextOrNull(string key) =>
        config.Find(key) is SettingsEntry entry ? Seen(entry).Value : null;

    public int Integer(string key) => Integer(Text(key), key);

    public int Integer(string key, int fallback) =>
        TextOrNull(key) is { } text ? Integer(text, key) : fallback;

    public long Long(string key) => Long(Text(key), key);

    public long Long(string key, long fallback) =>
        TextOrNull(key) is { } text ? Long(text, key) : fallback;

    public double Double(string key) => Double(Text(key), key);

    public double Double(string key, double fallback) =>
        TextOrNull(key) is { } text ? Double(text, key) : fallback;

    public bool Boolean(string key) => Boolean(Text(key), key);

    public bool Boolean(string key, bool fallback) =>
        TextOrNull(key) is { } text ? Boolean(text, key) : fallback;

    /// <summary>The array of texts at that key; the node becomes a stub where it is absent or holds a null.</summary>
    public IReadOnlyList<string> Texts(string key) =>
        [.. TextsOrNull(key) ?? throw Bad(key, "is missing")];

    /// <summary>The array of texts at that key; null where it is absent or null.</summary>
    public IReadOnlyList<string>? TextsOrNull(string key) =>
        NullableTexts(key)?.Select(text => text ?? throw Bad(key, "holds a null")).ToList();

    /// <summary>The array at that key with nulls as they are; null where the array is absent.</summary>
    public IReadOnlyList<string?>? NullableTexts(string key)
    {
        if (config.Find(key) is SettingsEntry { Value: null } nothing)
        {
            Seen(nothing);
            return null;
        }
        if (config.Config(key) is not { } array)
        {
            return null;
        }
        Seen(array);
        foreach (var item in array.Items)
        {
            Seen(item);
        }
        var size = array.Integer("array-size") ?? throw Bad(key, "is no array");
        if (size < 0 || size > array.Items.Count)
        {
            throw Bad(key, "is an array of another size than it says");
        }
        return
        [
            .. Enumerable
                .Range(0, size)
                .Select(i => array.Text(i.ToString(CultureInfo.InvariantCulture))),
        ];
    }

    /// <summary>The text of that key, which must be one of the words; the node becomes a stub where it is not.</summary>
    public string OneOf(string key, params ReadOnlySpan<string> words)
    {
        var text = Text(key);
        foreach (var word in words)
        {
            if (word == text)
            {
                return text;
            }
        }
        throw Bad(key, $"has the unknown value '{text}'");
    }

    /// <summary>Passes over settings that change nothing in the result.</summary>
    /// <param name="reason">Why they do not matter; for the reader of the code.</param>
    /// <param name="keys">Their keys; those that are absent do not matter.</param>
    public void Skip(string reason, params ReadOnlySpan<string> keys)
    {
        ArgumentException.ThrowIfNullOrEmpty(reason);
        foreach (var key in keys)
        {
            if (config.Find(key) is { } item)
            {
                SkipWhole(item);
            }
        }
    }

    /// <summary>Passes over everything in this branch.</summary>
    public void SkipAll(string reason)
    {
        ArgumentException.ThrowIfNullOrEmpty(reason);
        SkipWhole(config);
    }

    /// <summary>The node has no translation because of its settings: <c>throw model.Manual("…")</c>.</summary>
    public UntranslatableException Manual(string reason) =>
        new(DiagnosticKinds.Manual.With(reason));

    /// <summary>A setting is missing or wrong: <c>throw model.Bad("key", "is missing")</c>.</summary>
    public UntranslatableException Bad(string key, string what) =>
        new(DiagnosticKinds.BadSetting.With($"Setting '{PathOf(key)}' {what}."));

    /// <summary>The paths of the settings that were not read, in file order.</summary>
    internal IEnumerable<string> Unread() => Unread(config, path);

    private IEnumerable<string> Unread(SettingsConfig branch, string prefix)
    {
        foreach (var item in branch.Items)
        {
            var name = prefix.Length == 0 ? item.Key : $"{prefix}/{item.Key}";
            if (item.Key.EndsWith("_Internals", StringComparison.Ordinal))
            {
                continue;
            }
            if (!seen.Contains(item))
            {
                yield return name;
            }
            else if (item is SettingsConfig inner)
            {
                foreach (var each in Unread(inner, name))
                {
                    yield return each;
                }
            }
        }
    }

    private string PathOf(string key) => path.Length == 0 ? key : $"{path}/{key}";

    private T Seen<T>(T item)
        where T : SettingsItem
    {
        seen.Add(item);
        return item;
    }

    private void SkipWhole(SettingsItem item)
    {
        seen.Add(item);
        if (item is SettingsConfig branch)
        {
            foreach (var inner in branch.Items)
            {
                SkipWhole(inner);
            }
        }
    }

    private int Integer(string text, string key) =>
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw Bad(key, $"is no integer: '{text}'");

    private long Long(string text, string key) =>
        long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw Bad(key, $"is no integer: '{text}'");

    private double Double(string text, string key) =>
        FlowVariableLiteral.JavaDouble(text) ?? throw Bad(key, $"is no number: '{text}'");

    private bool Boolean(string text, string key) =>
        bool.TryParse(text, out var value)
            ? value
            : throw Bad(key, $"is neither true nor false: '{text}'");
}

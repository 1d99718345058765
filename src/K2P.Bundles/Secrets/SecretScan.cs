namespace K2P.Bundles.Secrets;

/// <summary>Goes through a settings file from its start to its end and takes the secrets out of its values.</summary>
/// <remarks>
/// A value is named by its own key, or by what stands before it: a flow variable is a branch with <c>name</c> and
/// <c>value</c>, and the headers of a request are two arrays, one of keys and one of values.
/// </remarks>
public sealed class SecretScan
{
    private readonly Stack<Branch> open = new([new Branch("", label: null, parent: null)]);

    /// <summary>A branch begins.</summary>
    public void Open(string key)
    {
        var parent = open.Peek();
        open.Push(new Branch(key, IsLabelled(key) ? parent.Label : null, parent));
    }

    /// <summary>The last branch ends.</summary>
    public void Close() => open.Pop();

    /// <summary>The entry's value without its secrets; the value itself when it holds none.</summary>
    public string Entry(string key, string? type, string value)
    {
        var branch = open.Peek();
        var name =
            branch.IsArrayOf("values") && branch.Parent!.SecretIndices.Contains(key) ? "password"
            : IsLabelled(key) && branch.Label is { } label ? label
            : key;
        if (IsLabelKey(key) && SecretRules.IsSecretName(value))
        {
            branch.Label = value;
        }
        else if (branch.IsArrayOf("keys") && SecretRules.IsSecretName(value))
        {
            branch.Parent!.SecretIndices.Add(key);
        }

        return SecretRules.Blank(name, type, value);
    }

    private static bool IsLabelKey(string key) => key is "name" or "key" or "header" or "parameter";

    private static bool IsLabelled(string key) => key is "value" or "template" or "defaultValue";

    private sealed class Branch(string key, string? label, Branch? parent)
    {
        private HashSet<string>? secretIndices;

        /// <summary>The secret's name that the branch's values go by.</summary>
        public string? Label { get; set; } = label;

        public Branch? Parent { get; } = parent;

        /// <summary>Which items of the arrays in this branch have the name of a secret.</summary>
        public HashSet<string> SecretIndices =>
            secretIndices ??= new HashSet<string>(StringComparer.Ordinal);

        public bool IsArrayOf(string what) =>
            Parent is not null && key.EndsWith(what, StringComparison.OrdinalIgnoreCase);
    }
}

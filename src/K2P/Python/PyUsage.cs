namespace K2P.Python;

/// <summary>What statements need from outside: imports, and runtime helpers with all that these need.</summary>
internal sealed class PyUsage
{
    private readonly HashSet<PyImport> imports = [];
    private readonly Dictionary<string, PyRuntimeItem> helpers = new(StringComparer.Ordinal);

    public IReadOnlyCollection<PyImport> Imports => imports;

    /// <summary>In the order in which they stand in the runtime files.</summary>
    public IReadOnlyList<PyRuntimeItem> Helpers => [.. helpers.Values.OrderBy(h => h.Order)];

    /// <summary>What has to be installed: <c>pandas>=1.5</c>.</summary>
    public IReadOnlyList<string> Requirements =>
        [
            .. imports
                .Select(i => PyModules.Requirement(i.Module))
                .OfType<string>()
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];

    public static PyUsage Of(IEnumerable<PyStatement> statements)
    {
        var usage = new PyUsage();
        foreach (var name in PyScopes.FreeNames(statements))
        {
            usage.Use(name, null);
        }
        return usage;
    }

    /// <param name="name">A name that is used.</param>
    /// <param name="user">The helper that uses it; null for the script itself.</param>
    private void Use(string name, PyRuntimeItem? user)
    {
        // A helper that another runtime file imports is inlined, not imported.
        if (user?.ImportsOf(name) is { Count: > 0 } own && PyRuntime.Find(name) is null)
        {
            imports.UnionWith(own);
        }
        else if (user is null or { FileImports.Count: 0 } && PyModules.Find(name) is { } known)
        {
            imports.Add(known);
        }
        else if (
            !PyWords.IsBuiltin(name)
            && PyRuntime.Find(name) is { } helper
            && helpers.TryAdd(name, helper)
        )
        {
            foreach (var used in helper.Uses)
            {
                Use(used, helper);
            }
        }
    }
}

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
            usage.Use(name, []);
        }
        return usage;
    }

    private void Use(string name, IReadOnlyList<PyImport> fileImports)
    {
        // A helper that another runtime file imports is inlined, not imported.
        if (
            fileImports.FirstOrDefault(i => i.Binds == name) is { } own
            && PyRuntime.Find(name) is null
        )
        {
            imports.Add(own);
        }
        else if (fileImports.Count == 0 && PyModules.Find(name) is { } known)
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
                Use(used, helper.FileImports);
            }
        }
    }
}

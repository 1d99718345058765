using System.Text;

namespace K2P.Python;

/// <summary>The runtime helpers: the functions, classes and constants at the top level of <c>Runtime/*.py</c>, inlined into a script that uses them.</summary>
/// <remarks>Found by a scan for lines that start at the left edge; a helper's own names are read only when it is used.</remarks>
internal static class PyRuntime
{
    private static readonly Lazy<Dictionary<string, PyRuntimeItem>> Items = new(Load);

    /// <summary>The name of every helper.</summary>
    public static IReadOnlyCollection<string> Names => Items.Value.Keys;

    public static PyRuntimeItem? Find(string name) => Items.Value.GetValueOrDefault(name);

    private static Dictionary<string, PyRuntimeItem> Load()
    {
        var assembly = typeof(PyRuntime).Assembly;
        var items = new Dictionary<string, PyRuntimeItem>(StringComparer.Ordinal);
        var resources = assembly.GetManifestResourceNames();
        Array.Sort(resources, StringComparer.Ordinal);
        foreach (var resource in resources)
        {
            if (resource.StartsWith("Runtime/", StringComparison.Ordinal))
            {
                using var stream = assembly.GetManifestResourceStream(resource)!;
                using var reader = new StreamReader(stream, Encoding.UTF8);
                foreach (var item in PyRuntimeFile.Read(reader.ReadToEnd(), items.Count))
                {
                    items.Add(item.Name, item);
                }
            }
        }
        return items;
    }
}

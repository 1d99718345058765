namespace K2P.Python;

/// <summary>Reads <c>import …</c> and <c>from … import …</c>, each on one line.</summary>
internal static class PyImportLine
{
    public static IEnumerable<PyImport> Read(string line)
    {
        var from = line.StartsWith("from ", StringComparison.Ordinal);
        var at = from ? line.IndexOf(" import ", StringComparison.Ordinal) : 0;
        var module = from ? line[5..at].Trim() : null;
        var names = from ? line[(at + 8)..] : line["import ".Length..];
        foreach (
            var name in names.Split(
                ',',
                StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
            )
        )
        {
            var parts = name.Split(" as ", StringSplitOptions.TrimEntries);
            var alias = parts.Length > 1 ? parts[1] : null;
            yield return module is null ? new(parts[0], null, alias) : new(module, parts[0], alias);
        }
    }
}

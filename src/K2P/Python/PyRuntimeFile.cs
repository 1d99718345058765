namespace K2P.Python;

/// <summary>A top-level function, class or constant of a runtime file.</summary>
/// <param name="Order">Its place among all helpers: the order in which they are printed.</param>
internal sealed record PyRuntimeItem(
    string Name,
    string Text,
    int Order,
    IReadOnlyList<PyImport> FileImports
)
{
    private readonly Lazy<PyRuntimeNames> names = new(() => PyRuntimeNames.Of(Text));

    /// <summary>A constant is needed before functions run, and one constant may be made from another.</summary>
    public required bool IsConstant { get; init; }

    /// <summary>Every name in it that may be a helper or an import.</summary>
    public IReadOnlyCollection<string> Uses => names.Value.Names;

    /// <summary>The imports of the file that bind a name; of <c>import a.b</c> and <c>import a.c</c>, which both bind <c>a</c>, those that it spells out.</summary>
    public IReadOnlyList<PyImport> ImportsOf(string name)
    {
        var all = FileImports.Where(import => import.Binds == name).ToList();
        var spelt = all.FindAll(import => Text.Contains(import.Module, StringComparison.Ordinal));
        return all.Count > 1 && spelt.Count > 0 ? spelt : all;
    }
}

/// <summary>Cuts a runtime file into its top-level items.</summary>
internal static class PyRuntimeFile
{
    public static IEnumerable<PyRuntimeItem> Read(string text, int order)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var imports = new List<PyImport>();
        var start = 0;
        string? name = null;
        var isConstant = false;
        var inString = false;
        for (var i = 0; i <= lines.Length; i++)
        {
            var line = i < lines.Length ? lines[i] : "";
            var begins = i == lines.Length || (!inString && Begins(line));
            inString ^= Marks(line) % 2 == 1;
            if (!begins)
            {
                continue;
            }
            if (name is not null)
            {
                yield return new(
                    name,
                    string.Join('\n', lines[start..i]).TrimEnd(),
                    order++,
                    imports
                )
                {
                    IsConstant = isConstant,
                };
            }
            // Decorators and comments belong to what follows them.
            start = name is null && i > 0 && lines[i - 1] is ['@' or '#', ..] ? start : i;
            name = NameOf(lines, i);
            isConstant =
                !line.StartsWith("def ", StringComparison.Ordinal)
                && !line.StartsWith("class ", StringComparison.Ordinal);
            if (IsImport(line))
            {
                imports.AddRange(PyImportLine.Read(Joined(lines, i)));
            }
        }
    }

    /// <summary>A top-level statement starts here, not a continuation (<c>)</c>) nor the <c>def</c> of a decorator above.</summary>
    private static bool Begins(string line) =>
        line.Length > 0 && line[0] is not (' ' or ')' or ']' or '}');

    private static int Marks(string line)
    {
        var count = 0;
        for (var at = 0; (at = line.IndexOf("\"\"\"", at, StringComparison.Ordinal)) >= 0; at += 3)
        {
            count++;
        }
        return count;
    }

    private static bool IsImport(string line) =>
        (
            line.StartsWith("import ", StringComparison.Ordinal)
            || line.StartsWith("from ", StringComparison.Ordinal)
        ) && !line.StartsWith("from __future__", StringComparison.Ordinal);

    private static string Joined(string[] lines, int i)
    {
        if (!lines[i].EndsWith('('))
        {
            return lines[i];
        }
        var end = Array.FindIndex(lines, i, l => l == ")");
        return lines[i][..^1] + string.Concat(lines[(i + 1)..end].Select(l => l.Trim()));
    }

    private static string? NameOf(string[] lines, int i)
    {
        if (i == lines.Length || IsImport(lines[i]))
        {
            return null;
        }
        var line = lines[i];
        foreach (var word in (ReadOnlySpan<string>)["def ", "class "])
        {
            if (line.StartsWith(word, StringComparison.Ordinal))
            {
                return line[word.Length..].Split('(', ':')[0];
            }
        }
        var name = line.Split([' ', ':', '='], 2)[0];
        return PyWords.IsIdentifier(name) && name != "from" && name != "import" ? name : null;
    }
}

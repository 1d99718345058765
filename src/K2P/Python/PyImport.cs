namespace K2P.Python;

/// <summary>An import: a module under a name (<c>import pandas as pd</c>), or one of its members (<c>from pathlib import Path</c>).</summary>
internal sealed record PyImport(string Module, string? Member = null, string? Alias = null)
{
    /// <summary>The name that it binds.</summary>
    public string Binds => Alias ?? Member ?? Module.Split('.')[0];

    private string Root => Module.Split('.')[0];

    private bool IsStandard => PyModules.IsStandard(Root);

    /// <summary>The import lines of a script: standard library, then others, each sorted with plain imports first.</summary>
    public static IReadOnlyList<string> Block(IEnumerable<PyImport> imports)
    {
        var lines = new List<string>();
        foreach (
            var section in imports
                .Distinct()
                .GroupBy(i => i.IsStandard)
                .OrderByDescending(g => g.Key)
        )
        {
            if (lines.Count > 0)
            {
                lines.Add("");
            }
            lines.AddRange(
                section
                    .Where(i => i.Member is null)
                    .OrderBy(i => i.Module, StringComparer.Ordinal)
                    .Select(i =>
                        i.Alias is null ? $"import {i.Module}" : $"import {i.Module} as {i.Alias}"
                    )
            );
            var members = section.Where(i => i.Member is not null).GroupBy(i => i.Module);
            foreach (var module in members.OrderBy(m => m.Key, StringComparer.Ordinal))
            {
                lines.AddRange(From(module.Key, module));
            }
        }
        return lines;
    }

    private static IEnumerable<string> From(string module, IEnumerable<PyImport> members)
    {
        var names = members
            .OrderBy(m => Kind(m.Member!))
            .ThenBy(m => m.Member, StringComparer.Ordinal)
            .Select(m => m.Alias is null ? m.Member! : $"{m.Member} as {m.Alias}")
            .ToList();
        var line = $"from {module} import {string.Join(", ", names)}";
        if (line.Length <= PyWriter.LineLength)
        {
            return [line];
        }
        var inside = $"    {string.Join(", ", names)}";
        return names.Count == 1 && inside.Length <= PyWriter.LineLength
            ? [$"from {module} import (", $"{inside},", ")"]
            : [$"from {module} import (", .. names.Select(n => $"    {n},"), ")"];
    }

    /// <summary>Constants, then classes, then functions.</summary>
    private static int Kind(string name) =>
        name.Length > 1 && name.All(c => !char.IsAsciiLetterLower(c)) ? 0
        : char.IsAsciiLetterUpper(name[0]) ? 1
        : 2;
}

using K2P.Python;

namespace K2P.Nodes.Shared;

/// <summary>Names of columns.</summary>
internal static class ColumnNames
{
    private static readonly string Blanks = string.Concat(
        Enumerable.Range(0, ' ' + 1).Select(code => (char)code)
    );

    /// <summary>The name as KNIME gives it to a column (<c>DataColumnSpecCreator.setName</c>): without blanks around it.</summary>
    public static string Trim(string name) => name.AsSpan().Trim(Blanks).ToString();

    /// <summary>Returns the table with other names; what keeps its name is left out. Names that are not in the table are passed over.</summary>
    public static PyStatement Rename(
        IReadOnlyList<KeyValuePair<string, string>> names,
        NodeContext node,
        PyExpression table
    )
    {
        var changes = names
            .Select(pair => KeyValuePair.Create(pair.Key, Trim(pair.Value)))
            .Where(pair => pair.Key != pair.Value)
            .DistinctBy(pair => pair.Key)
            .ToList();
        node.Summary ??= changes.Count == 1 ? "Rename 1 column" : $"Rename {changes.Count} columns";
        return changes.Count == 0
            ? Py.Return(table)
            : Py.Return($"{table}.rename(columns={changes})");
    }
}

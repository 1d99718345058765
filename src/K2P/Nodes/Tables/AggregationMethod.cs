using K2P.Python;

namespace K2P.Nodes.Tables;

/// <summary>What KNIME can make of the cells of a group (<c>AggregationOperator</c>), with its own settings resolved.</summary>
/// <param name="Label">The name of the method in the name of the new column.</param>
/// <param name="Values">The values: a series with one value for each group.</param>
internal sealed record AggregationMethod(string Label, Func<GroupCells, PyExpression> Values)
{
    /// <summary>The user chooses whether missing cells take part; without a choice they do not.</summary>
    public bool HasMissingOption { get; init; }

    /// <summary>The dtype of the result where the values have another one.</summary>
    public string? Dtype { get; init; }

    /// <summary>The method works on numbers alone (<c>DoubleValue</c>).</summary>
    public bool NeedsNumbers { get; init; }

    /// <summary>Why the values can differ from KNIME's; null where they do not.</summary>
    public string? Doubt { get; init; }

    /// <summary>The name of the new column after a policy of the node (<c>ColumnNamePolicy</c>): what stands before and behind the column's name.</summary>
    public (string Before, string Behind) Naming(string policy, bool includesMissing)
    {
        var label = HasMissingOption && !includesMissing ? Label + "*" : Label;
        return policy switch
        {
            "Keep original name(s)" => ("", ""),
            "Aggregation method (column name)" => ($"{label}(", ")"),
            _ => ("", $" ({label})"),
        };
    }
}

using K2P.Python;

namespace K2P.Nodes.Tables;

/// <summary>The cells of one column in each group, as an aggregation method sees them.</summary>
/// <param name="Table">The table.</param>
/// <param name="Groups">The grouped table.</param>
/// <param name="Column">The column's name: a literal, or a variable.</param>
/// <param name="Type">KNIME's cell class without its package where the settings tell it, else null.</param>
/// <param name="IncludesMissing">Missing cells take part.</param>
/// <param name="Limit">The greatest number of (different) values that KNIME keeps for a group; one more makes the result missing.</param>
/// <param name="Delimiter">The text between concatenated values.</param>
internal sealed record GroupCells(
    PyExpression Table,
    PyName Groups,
    PyExpression Column,
    string? Type,
    bool IncludesMissing,
    int Limit,
    string Delimiter
)
{
    private const int UsualLimit = 10_000;

    /// <summary>The grouped column.</summary>
    public PyExpression Cells => Py.Expr($"{Groups}[{Column}]");

    /// <summary>The dtype of the column.</summary>
    public PyExpression Dtype => Py.Expr($"{Table}[{Column}].dtype");

    /// <summary>KNIME prints the cells as days though a DataFrame holds points in time.</summary>
    public bool AreDates => Type == "LocalDateCell";

    /// <summary>The cells are sure to have an order that pandas knows.</summary>
    public bool AreOrdered =>
        Type
            is "DoubleCell"
                or "IntCell"
                or "LongCell"
                or "BooleanCell"
                or "LocalDateCell"
                or "LocalDateTimeCell"
                or "DateAndTimeCell"
                or "DurationCell";

    /// <summary>What a runtime helper makes of each group: <c>each_group(groups["x"], helper)</c>.</summary>
    /// <param name="function">The helper.</param>
    /// <param name="arguments">Its arguments behind the cells.</param>
    /// <param name="dtype">The dtype of the result; null for objects.</param>
    /// <param name="isLimited">KNIME keeps the values of a group and gives up on too many.</param>
    public PyExpression Each(
        PyExpression function,
        PyArguments? arguments = null,
        PyExpression? dtype = null,
        bool isLimited = false
    )
    {
        var all = arguments ?? [];
        if (dtype is not null)
        {
            all.Add("dtype", dtype);
        }
        if (!IncludesMissing)
        {
            all.Add("missing", false);
        }
        if (isLimited && Limit != UsualLimit)
        {
            all.Add("limit", Limit);
        }
        return Py.Expr($"each_group({Cells}, {function}, {all})");
    }
}

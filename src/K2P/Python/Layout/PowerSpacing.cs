namespace K2P.Python.Layout;

/// <summary>Takes the spaces from around <c>**</c> between simple operands. Done last: lines are measured with the spaces.</summary>
internal static class PowerSpacing
{
    public static void Hug(LogicalLine line)
    {
        var leaves = line.Leaves;
        for (var i = 1; i < leaves.Count - 1; i++)
        {
            if (
                leaves[i].Text == "**"
                && leaves[i].Kind == PyTokenKind.Operator
                && IsSimple(leaves, i - 1, -1)
                && leaves[i - 1].Text != "lambda"
                && IsSimple(leaves, i + 1, 1)
            )
            {
                leaves[i].Space = false;
                leaves[i + 1].Space = false;
            }
        }
    }

    private static bool IsSimple(List<Leaf> leaves, int i, int step)
    {
        if (IsSimpleStart(leaves[i]))
        {
            return IsLookup(leaves, i, step);
        }
        return leaves[i].Text is "+" or "-" or "~"
            && leaves[i].Kind == PyTokenKind.Operator
            && IsSimpleStart(leaves[i + 1])
            && IsLookup(leaves, i + 1, 1);
    }

    private static bool IsSimpleStart(Leaf leaf) => leaf.IsWord || leaf.Kind == PyTokenKind.Number;

    /// <summary>Names and dots from here on, and no bracket directly at their end.</summary>
    private static bool IsLookup(List<Leaf> leaves, int i, int step)
    {
        for (; i >= 0 && i < leaves.Count; i += step)
        {
            var leaf = leaves[i];
            var bracket = step < 0 ? leaf.Closes : leaf.Opens;
            if (bracket && leaf.Text is not ("{" or "}"))
            {
                return false;
            }
            if (!(leaf.IsWord || leaf.Role == PyRole.Dot) || leaf.Text == "for")
            {
                return true;
            }
        }
        return true;
    }
}

namespace K2P.Python.Layout;

/// <summary>Where a line is split first: the higher, the earlier.</summary>
internal static class SplitPriority
{
    public const int None = 0;
    public const int Dot = 1;
    public const int Comma = 18;
    private const int Comprehension = 20;
    private const int Ternary = 16;
    private const int Logic = 14;
    private const int StringPart = 12;
    private const int Comparison = 10;

    /// <summary>The priority of a line break before the leaf.</summary>
    public static int Before(Leaf leaf, Leaf? previous) =>
        leaf.Role switch
        {
            PyRole.Dot => previous is null or { Closes: true } ? Dot : None,
            PyRole.BitOr => 9,
            PyRole.BitXor => 8,
            PyRole.BitAnd => 7,
            PyRole.Shift => 6,
            PyRole.Sum => 5,
            PyRole.Product => 4,
            PyRole.Power => 2,
            PyRole.Comparison => Comparison,
            PyRole.ComprehensionFor or PyRole.ComprehensionIf => Comprehension,
            PyRole.TernaryIf or PyRole.TernaryElse => Ternary,
            PyRole.And or PyRole.Or => Logic,
            _ => leaf.Kind == PyTokenKind.String && previous?.Kind == PyTokenKind.String
                ? StringPart
                : None,
        };

    /// <summary>The priority of a line break after the leaf.</summary>
    public static int After(Leaf leaf) => leaf.IsComma ? Comma : None;
}

namespace K2P.Nodes.Values;

/// <summary>The translators of this folder, in order of their names.</summary>
internal static class ValuesCatalog
{
    public static IReadOnlyList<NodeTranslator> Translators { get; } =
    [
        new ConstantValueColumn(),
        new DoubleToInteger(),
        new MathFormula(),
        new MathFormulaMultiColumn(),
        new NumberToString(),
        new RoundDouble(),
        new RuleEngine(),
        new StringToNumber(),
    ];
}

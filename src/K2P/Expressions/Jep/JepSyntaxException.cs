namespace K2P.Expressions.Jep;

/// <summary>An expression is not in the language of the Math Formula nodes.</summary>
internal sealed class JepSyntaxException(string message, int position) : Exception(message)
{
    /// <summary>Where, as an offset in the expression.</summary>
    public int Position { get; } = position;
}

namespace K2P.Expressions;

/// <summary>An expression of a node cannot be read.</summary>
internal sealed class ExpressionSyntaxException(string message, int position) : Exception(message)
{
    /// <summary>Where, as an offset in the expression.</summary>
    public int Position { get; } = position;
}

using K2P.Expressions;
using K2P.Expressions.Jep;

namespace K2P.Nodes.Values;

/// <summary>What the Math Formula nodes share.</summary>
internal static class MathTerm
{
    /// <summary>The expression as a tree.</summary>
    /// <exception cref="UntranslatableException">It cannot be read.</exception>
    public static JepTerm Read(string expression, NodeContext node)
    {
        try
        {
            return JepParser.Parse(expression);
        }
        catch (ExpressionSyntaxException exception)
        {
            throw node.Manual(
                $"The expression cannot be read at character {exception.Position + 1}: {exception.Message}"
            );
        }
    }

    /// <summary>The columns whose cells it computes with, in order, each once.</summary>
    public static IReadOnlyList<string> ColumnsOf(JepTerm term) =>
        [.. term.Parts().OfType<JepTerm.Column>().Select(column => column.Name).Distinct()];

    /// <summary>The expression without its line breaks.</summary>
    public static string OneLine(string expression) =>
        string.Join(' ', expression.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

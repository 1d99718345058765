using K2P.Python.Layout;

namespace K2P.Python;

/// <summary>A logical line of Python.</summary>
internal static class PyLine
{
    /// <summary>All tokens on one physical line, however long.</summary>
    public static string OneLine(IReadOnlyList<PyToken> tokens)
    {
        var line = OptionalParentheses.Line(tokens, depth: 0);
        PowerSpacing.Hug(line);
        return line.ToString();
    }

    /// <summary>The physical lines of a statement or header.</summary>
    public static List<string> Print(IReadOnlyList<PyToken> tokens, int depth)
    {
        var lines = LineSplitter.Split(OptionalParentheses.Line(tokens, depth));
        if (lines.Exists(l => l.Leaves.Exists(f => f.IsAdded)))
        {
            // Commas that the split added ask for one element a line when the text is read again: black, too, goes twice.
            lines = LineSplitter.Split(OptionalParentheses.Line(Tokens(lines), depth));
        }
        return [.. lines.Select(l => l.ToString())];
    }

    private static List<PyToken> Tokens(List<LogicalLine> lines) =>
        [
            .. lines
                .SelectMany(l => l.Leaves)
                .Where(l => !l.IsInvisible)
                .Select(l => new PyToken(l.Kind, l.Text)),
        ];
}

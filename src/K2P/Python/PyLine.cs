using System.Text;

namespace K2P.Python;

/// <summary>A logical line of Python.</summary>
internal static class PyLine
{
    /// <summary>All tokens on one physical line.</summary>
    public static string OneLine(IReadOnlyList<PyToken> tokens)
    {
        var spaces = PySpacing.Before(tokens, PySyntax.Roles(tokens));
        var text = new StringBuilder();
        for (var i = 0; i < tokens.Count; i++)
        {
            text.Append(spaces[i] ? " " : "").Append(tokens[i].Text);
        }
        return text.ToString();
    }
}

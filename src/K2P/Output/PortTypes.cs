using K2P.Python;
using K2P.Workflows;

namespace K2P.Output;

/// <summary>The Python types of what flows through ports.</summary>
internal static class PortTypes
{
    /// <summary>The type of one port's value.</summary>
    public static PyExpression Of(PortKind kind) =>
        kind switch
        {
            PortKind.Table => Py.Expr($"pd.DataFrame"),
            PortKind.Variable => Py.Expr($"dict"),
            PortKind.Image => Py.Expr($"bytes"),
            _ => Py.Expr($"object"),
        };

    /// <summary>The type of what a function returns.</summary>
    public static PyExpression Of(IReadOnlyList<PortKind> kinds) =>
        kinds.Count switch
        {
            0 => Py.None,
            1 => Of(kinds[0]),
            _ => Py.Expr($"tuple"),
        };
}

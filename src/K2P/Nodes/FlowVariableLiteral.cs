using System.Globalization;
using K2P.Python;
using K2P.Workflows;

namespace K2P.Nodes;

/// <summary>The Python form of a flow variable's stored value.</summary>
internal static class FlowVariableLiteral
{
    /// <summary>The type and the value; null where KNIME stored none, or the type has no literal.</summary>
    public static (PyExpression Annotation, PyExpression Value)? Of(FlowVariable? variable)
    {
        if (variable?.Value is not { } text)
        {
            return null;
        }
        switch (variable.Class)
        {
            case "INTEGER"
            or "LONG" when long.TryParse(text, CultureInfo.InvariantCulture, out var number):
                return (Py.Expr($"int"), PyExpression.Literal(number));
            case "DOUBLE" when double.TryParse(text, CultureInfo.InvariantCulture, out var number):
                return (Py.Expr($"float"), PyExpression.Literal(number));
            case "BOOLEAN" when bool.TryParse(text, out var flag):
                return (Py.Expr($"bool"), PyExpression.Literal(flag));
            case "STRING":
                return (Py.Expr($"str"), PyExpression.Literal(text));
            default:
                return null;
        }
    }
}

using System.Globalization;
using K2P.Python;
using K2P.Workflows;

namespace K2P.Nodes;

/// <summary>Flow variables as Python: a location is its path, a long an <c>int</c>.</summary>
internal static class FlowVariableLiteral
{
    /// <summary>The Python type of a variable of KNIME's type word; null for those that have none (credentials).</summary>
    public static PyExpression? TypeOf(string type) =>
        type switch
        {
            "INTEGER" or "LONG" => Py.Expr($"int"),
            "DOUBLE" => Py.Expr($"float"),
            "BOOLEAN" => Py.Expr($"bool"),
            "STRING" or FlowVariable.Location => Py.Expr($"str"),
            "INTARRAY"
            or "INTEGERARRAY"
            or "LONGARRAY"
            or "DOUBLEARRAY"
            or "BOOLEANARRAY"
            or "STRINGARRAY" => Py.Expr($"list"),
            _ => null,
        };

    /// <summary>The stored value; null where KNIME stored none, or the type has no literal.</summary>
    public static PyExpression? ValueOf(FlowVariable? variable) =>
        variable switch
        {
            { Class: "STRINGARRAY" } => Texts(variable),
            { Value: { } text } => ValueOf(variable.Class, text),
            _ => null,
        };

    /// <summary>A value of KNIME's type word as a literal; null where it is none.</summary>
    public static PyExpression? ValueOf(string type, string text) =>
        type switch
        {
            "INTEGER"
            or "LONG" when long.TryParse(text, CultureInfo.InvariantCulture, out var number) =>
                PyExpression.Literal(number),
            "DOUBLE" => JavaDouble(text) is { } number ? PyExpression.Literal(number) : null,
            "BOOLEAN" when bool.TryParse(text, out var flag) => PyExpression.Literal(flag),
            "STRING" or FlowVariable.Location => PyExpression.Literal(text),
            _ => null,
        };

    /// <summary>A double as <c>Double.toString</c> writes it.</summary>
    public static double? JavaDouble(string text) =>
        text switch
        {
            "NaN" => double.NaN,
            "Infinity" => double.PositiveInfinity,
            "-Infinity" => double.NegativeInfinity,
            _ => double.TryParse(
                text,
                NumberStyles.Float,
                CultureInfo.InvariantCulture,
                out var number
            )
                ? number
                : null,
        };

    private static PyExpression Texts(FlowVariable variable) =>
        PyExpression.Literal(
            variable
                .Stored.Items.OfType<SettingsEntry>()
                .Where(entry => entry.Key.All(char.IsAsciiDigit))
                .Select(entry => entry.Value)
        );
}

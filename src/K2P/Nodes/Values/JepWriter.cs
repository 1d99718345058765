using K2P.Expressions.Jep;
using K2P.Python;

namespace K2P.Nodes.Values;

/// <summary>Writes an expression of the Math Formula nodes as one on columns of doubles.</summary>
/// <param name="node">The node.</param>
/// <param name="table">The table; null in a node that works on flow variables alone.</param>
/// <param name="column">The doubles of a column.</param>
/// <param name="current">The doubles of <c>$$CURRENT_COLUMN$$</c>; null where there is no such column.</param>
internal sealed class JepWriter(
    NodeContext node,
    PyName? table,
    Func<string, PyExpression> column,
    PyExpression? current
)
{
    private static readonly Dictionary<string, string> Aggregations = new()
    {
        ["COL_MEAN"] = "mean",
        ["COL_SUM"] = "sum",
        ["COL_MIN"] = "min",
        ["COL_MAX"] = "max",
        ["COL_MEDIAN"] = "median",
        ["COL_STDDEV"] = "std",
        ["COL_VAR"] = "var",
    };

    /// <param name="Code">The Python.</param>
    /// <param name="IsTruth">It is true or false; JEP takes that for 1 and 0.</param>
    /// <param name="IsColumn">It has a value for each row.</param>
    private readonly record struct Value(PyExpression Code, bool IsTruth, bool IsColumn);

    /// <summary>Whether a gap in a column could come out as a number.</summary>
    public static bool HidesGaps(JepTerm term) =>
        term.Parts()
            .Any(part =>
                part
                    is JepTerm.Unary { Operator: "!" }
                        or JepTerm.Binary
                        {
                            Operator: "||" or "&&" or "==" or "!=" or "<" or "<=" or ">" or ">="
                        }
                        // Whatever it is, to the power of 0 it is 1.
                        or JepTerm.Binary
                        {
                            Operator: "^",
                            Right: not JepTerm.Number { Value: not 0 }
                        }
                        or JepTerm.Call { Function: "if" or "pow" }
            );

    /// <summary>The expression as doubles: a value for each row, or one for all.</summary>
    /// <exception cref="UntranslatableException">It calls a function that has no translation.</exception>
    public PyExpression Write(JepTerm term)
    {
        var value = Of(term);
        return value.IsColumn ? Number(value) : Py.Expr($"float({value.Code})");
    }

    private Value Of(JepTerm term) =>
        term switch
        {
            JepTerm.Number number => One(Literal(number.Value)),
            JepTerm.Constant constant => One(
                constant.Name == "pi" ? Py.Expr($"math.pi") : Py.Expr($"math.e")
            ),
            JepTerm.Variable variable => One(Variable(variable)),
            JepTerm.Column reference => Column(column(reference.Name)),
            JepTerm.CurrentColumn => Column(
                current ?? throw node.Manual("There is no current column here.")
            ),
            JepTerm.RowIndex => Column(Py.Expr($"np.arange(len({Table}), dtype='float64')")),
            JepTerm.RowCount => One(Py.Expr($"len({Table})")),
            JepTerm.Unary unary => Signed(unary),
            JepTerm.Binary binary => Joined(binary),
            JepTerm.Call { IsAggregation: true } call => One(Aggregated(call)),
            JepTerm.Call call => Called(call),
            _ => throw new ArgumentOutOfRangeException(nameof(term)),
        };

    private PyName Table => table ?? throw node.Manual("There is no table here.");

    private static Value One(PyExpression code) => new(code, false, false);

    private static Value Column(PyExpression code) => new(code, false, true);

    private static PyExpression Literal(double value) =>
        value == Math.Floor(value) && Math.Abs(value) < 1e15
            ? PyExpression.Literal((long)value)
            : PyExpression.Literal(value);

    private PyExpression Variable(JepTerm.Variable variable) =>
        variable.Type is 'I' or 'D' or 'L'
            ? node.Variable(variable.Name)
            : throw node.Manual($"The flow variable '{variable.Name}' is no number.");

    private static PyExpression Number(Value value) =>
        !value.IsTruth ? value.Code
        : value.IsColumn ? Py.Expr($"{value.Code}.astype('float64')")
        : Py.Expr($"float({value.Code})");

    private static PyExpression Truth(Value value) =>
        value.IsTruth ? value.Code : Py.Expr($"{value.Code} != 0");

    private Value Signed(JepTerm.Unary unary)
    {
        var operand = Of(unary.Operand);
        return unary.Operator switch
        {
            "+" => operand with { Code = Number(operand), IsTruth = false },
            "-" => operand with { Code = Py.Expr($"-{Number(operand)}"), IsTruth = false },
            _ => new Value(
                operand.IsColumn ? Py.Expr($"~{Truth(operand)}") : Py.Expr($"not {Truth(operand)}"),
                true,
                operand.IsColumn
            ),
        };
    }

    private Value Joined(JepTerm.Binary binary)
    {
        var (left, right) = (Of(binary.Left), Of(binary.Right));
        var isColumn = left.IsColumn || right.IsColumn;
        if (binary.Operator is "&&" or "||")
        {
            var (x, y) = (Truth(left), Truth(right));
            return new Value(
                (binary.Operator, isColumn) switch
                {
                    ("&&", true) => Py.Expr($"{x} & {y}"),
                    ("||", true) => Py.Expr($"{x} | {y}"),
                    ("&&", false) => Py.Expr($"{x} and {y}"),
                    _ => Py.Expr($"{x} or {y}"),
                },
                true,
                isColumn
            );
        }
        var (a, b) = (Number(left), Number(right));
        PyExpression? comparison = binary.Operator switch
        {
            "==" => Py.Expr($"{a} == {b}"),
            "!=" => Py.Expr($"{a} != {b}"),
            "<" => Py.Expr($"{a} < {b}"),
            "<=" => Py.Expr($"{a} <= {b}"),
            ">" => Py.Expr($"{a} > {b}"),
            ">=" => Py.Expr($"{a} >= {b}"),
            _ => null,
        };
        if (comparison is not null)
        {
            return new Value(comparison, true, isColumn);
        }
        var code = binary.Operator switch
        {
            "+" => Py.Expr($"{a} + {b}"),
            "-" => Py.Expr($"{a} - {b}"),
            "*" => Py.Expr($"{a} * {b}"),
            // A number divided by 0 is infinite in Java and an error in Python.
            "/" => isColumn ? Py.Expr($"{a} / {b}") : Py.Expr($"np.float64({a}) / {b}"),
            "^" => Power(a, b, isColumn),
            _ => Py.Expr($"np.fmod({a}, {b})"),
        };
        return new Value(code, false, isColumn);
    }

    private static PyExpression Power(PyExpression a, PyExpression b, bool isColumn) =>
        isColumn ? Py.Expr($"{a} ** {b}") : Py.Expr($"np.float64({a}) ** {b}");

    private PyExpression Aggregated(JepTerm.Call call)
    {
        if (!Aggregations.TryGetValue(call.Function, out var method))
        {
            throw Unknown(call);
        }
        var cells =
            call.Arguments is [JepTerm.Column { Name: var name }]
                ? Py.Expr($"{Table}[{name}].astype('float64')")
            : call.Arguments is [JepTerm.CurrentColumn] && current is { } column ? column
            : throw node.Manual($"{call.Function} of something that is no column.");
        return Py.Expr($"{cells}.{new PyName(method)}()");
    }

    private Value Called(JepTerm.Call call)
    {
        var values = call.Arguments.Select(Of).ToList();
        var isColumn = values.Any(value => value.IsColumn);
        if (call.Function == "if" && values is [var condition, var yes, var no])
        {
            var test = condition.IsTruth ? condition.Code : Py.Expr($"{condition.Code} > 0");
            return new Value(
                isColumn
                    ? Py.Expr($"np.where({test}, {Number(yes)}, {Number(no)})")
                    : Py.Expr($"({Number(yes)} if {test} else {Number(no)})"),
                false,
                isColumn
            );
        }
        var x = values.Select(Number).ToList();
        var code = (call.Function, x) switch
        {
            ("abs", [var a]) => Py.Expr($"np.abs({a})"),
            ("sqrt", [var a]) => Py.Expr($"np.sqrt({a})"),
            ("exp", [var a]) => Py.Expr($"np.exp({a})"),
            ("ln", [var a]) => Py.Expr($"np.log({a})"),
            ("log", [var a]) => Py.Expr($"np.log10({a})"),
            ("log1p", [var a]) => Py.Expr($"np.log1p({a})"),
            ("sin", [var a]) => Py.Expr($"np.sin({a})"),
            ("cos", [var a]) => Py.Expr($"np.cos({a})"),
            ("tan", [var a]) => Py.Expr($"np.tan({a})"),
            ("asin", [var a]) => Py.Expr($"np.arcsin({a})"),
            ("acos", [var a]) => Py.Expr($"np.arccos({a})"),
            ("atan", [var a]) => Py.Expr($"np.arctan({a})"),
            ("sinh", [var a]) => Py.Expr($"np.sinh({a})"),
            ("cosh", [var a]) => Py.Expr($"np.cosh({a})"),
            ("tanh", [var a]) => Py.Expr($"np.tanh({a})"),
            ("asinh", [var a]) => Py.Expr($"np.arcsinh({a})"),
            ("acosh", [var a]) => Py.Expr($"np.arccosh({a})"),
            ("atanh", [var a]) => Py.Expr($"np.arctanh({a})"),
            ("atan2", [var a, var b]) => Py.Expr($"np.arctan2({a}, {b})"),
            ("floor", [var a]) => Py.Expr($"np.floor({a})"),
            ("ceil", [var a]) => Py.Expr($"np.ceil({a})"),
            ("round", [var a]) => Py.Expr($"np.rint({a})"),
            ("round", [var a, _]) when call.Arguments[1] is JepTerm.Number { Value: var places } =>
                Rounded(a, (int)places),
            ("mod", [var a, var b]) => Py.Expr($"np.fmod({a}, {b})"),
            ("pow", [var a, var b]) => Power(a, b, isColumn),
            _ => throw Unknown(call),
        };
        return new Value(code, false, isColumn);
    }

    private static PyExpression Rounded(PyExpression a, int places)
    {
        var factor = PyExpression.Literal(Math.Pow(10, places));
        return Py.Expr($"np.rint({a} * {factor}) / {factor}");
    }

    private UntranslatableException Unknown(JepTerm.Call call) =>
        node.Manual(
            $"The function {call.Function} with {call.Arguments.Count} arguments is not translated."
        );
}

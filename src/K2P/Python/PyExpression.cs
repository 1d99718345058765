namespace K2P.Python;

/// <summary>A Python expression: its tokens, and how tightly they hold together where it is put into another one.</summary>
internal sealed class PyExpression
{
    internal PyExpression(IReadOnlyList<PyToken> tokens)
        : this(tokens, PyGrammar.Precedence(tokens, PySyntax.Roles(tokens))) { }

    internal PyExpression(IReadOnlyList<PyToken> tokens, PyPrecedence precedence) =>
        (Tokens, Precedence) = (tokens, precedence);

    public IReadOnlyList<PyToken> Tokens { get; }

    public PyPrecedence Precedence { get; }

    public static implicit operator PyExpression(PyName name) =>
        new([new(PyTokenKind.Local, name.Text)]);

    public static PyExpression Literal(string? value) => new(PyLiteral.String(value));

    public static PyExpression Literal(bool value) =>
        new([PyToken.Keyword(value ? "True" : "False")]);

    public static PyExpression Literal(long value) => new(PyLiteral.Integer(value));

    public static PyExpression Literal(double value) => new(PyLiteral.Float(value));

    public static PyExpression Literal(IEnumerable<string?> values) => List(values.Select(Literal));

    public static PyExpression Literal(IEnumerable<int> values) =>
        List(values.Select(v => Literal((long)v)));

    public static PyExpression Literal(IEnumerable<long> values) => List(values.Select(Literal));

    public static PyExpression Literal(IEnumerable<double> values) => List(values.Select(Literal));

    public static PyExpression Literal(IEnumerable<bool> values) => List(values.Select(Literal));

    public static PyExpression Literal(IEnumerable<KeyValuePair<string, string>> values) =>
        Dict(values.Select(v => KeyValuePair.Create(v.Key, Literal(v.Value))));

    /// <summary><c>[a, b]</c></summary>
    public static PyExpression List(IEnumerable<PyExpression> items) =>
        new(PyLiteral.Bracketed("[", "]", items));

    /// <summary><c>(a, b)</c>, <c>(a,)</c> or <c>()</c></summary>
    public static PyExpression Tuple(IEnumerable<PyExpression> items) =>
        new(PyLiteral.Bracketed("(", ")", items));

    /// <summary><c>{a, b}</c>, or <c>set()</c></summary>
    public static PyExpression Set(IEnumerable<PyExpression> items) =>
        new(PyLiteral.Bracketed("{", "}", items));

    /// <summary><c>{"key": value}</c></summary>
    public static PyExpression Dict(IEnumerable<KeyValuePair<string, PyExpression>> items) =>
        new(PyLiteral.Dict(items.Select(i => KeyValuePair.Create(Literal(i.Key), i.Value))));

    /// <summary><c>{key: value}</c></summary>
    public static PyExpression Dict(IEnumerable<KeyValuePair<PyExpression, PyExpression>> items) =>
        new(PyLiteral.Dict(items));

    /// <summary>The expression on one line.</summary>
    public override string ToString() => PyLine.OneLine(Tokens);
}

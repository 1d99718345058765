using System.Collections;

namespace K2P.Python;

/// <summary>Arguments of a call, to be put between its parentheses: positional ones first, then by name; a name that is no identifier goes into a <c>**{…}</c>.</summary>
/// <remarks>Works with collection expressions: <c>new PyArguments { { "sep", ";" }, table }</c>.</remarks>
internal sealed class PyArguments : IEnumerable<KeyValuePair<string?, PyExpression>>
{
    private readonly List<KeyValuePair<string?, PyExpression>> items = [];

    public int Count => items.Count;

    public void Add(PyExpression value) => items.Add(new(null, value));

    public void Add(PyName value) => Add((PyExpression)value);

    public void Add(PyTemplate value) => Add(Py.Expr(value));

    public void Add(string name, PyExpression value) => items.Add(new(name, value));

    public void Add(string name, PyName value) => Add(name, (PyExpression)value);

    public void Add(string name, PyTemplate value) => Add(name, Py.Expr(value));

    public void Add(string name, string? value) => Add(name, PyExpression.Literal(value));

    public void Add(string name, bool value) => Add(name, PyExpression.Literal(value));

    public void Add(string name, int value) => Add(name, PyExpression.Literal(value));

    public void Add(string name, long value) => Add(name, PyExpression.Literal(value));

    public void Add(string name, double value) => Add(name, PyExpression.Literal(value));

    public void Add(string name, IEnumerable<string> values) =>
        Add(name, PyExpression.Literal(values));

    public IEnumerator<KeyValuePair<string?, PyExpression>> GetEnumerator() =>
        items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void AppendTo(List<PyToken> tokens)
    {
        var first = true;
        var ordered = items
            .Where(i => i.Key is null)
            .Concat(items.Where(i => i.Key is not null))
            .ToList();
        for (var i = 0; i < ordered.Count; first = false)
        {
            if (!first)
            {
                tokens.Add(PyToken.Operator(","));
            }
            var (name, value) = ordered[i];
            if (name is null)
            {
                PyLiteral.Append(
                    tokens,
                    value,
                    ordered.Count == 1 ? PyPrecedence.Walrus : PyPrecedence.Lambda
                );
                i++;
            }
            else if (PyWords.IsIdentifier(name))
            {
                tokens.Add(new(PyTokenKind.Local, name));
                tokens.Add(PyToken.Operator("="));
                PyLiteral.Append(tokens, value, PyPrecedence.Lambda);
                i++;
            }
            else
            {
                var strange = ordered
                    .Skip(i)
                    .TakeWhile(a => !PyWords.IsIdentifier(a.Key!))
                    .ToList();
                tokens.Add(PyToken.Operator("**"));
                tokens.AddRange(
                    PyLiteral.Dict(
                        strange.Select(a =>
                            KeyValuePair.Create(PyExpression.Literal(a.Key), a.Value)
                        )
                    )
                );
                i += strange.Count;
            }
        }
    }
}

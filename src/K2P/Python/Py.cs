namespace K2P.Python;

/// <summary>Writes Python: expressions and statements from templates.</summary>
internal static class Py
{
    public static PyExpression None { get; } = PyExpression.Literal((string?)null);

    public static PyStatement Blank { get; } = new PyStatement.Blank();

    public static PyStatement Pass { get; } = new PyStatement.Simple([PyToken.Keyword("pass")]);

    public static PyStatement Continue { get; } =
        new PyStatement.Simple([PyToken.Keyword("continue")]);

    public static PyStatement Break { get; } = new PyStatement.Simple([PyToken.Keyword("break")]);

    public static PyExpression Expr(PyTemplate template) => template.Expression();

    /// <summary><c>target = value</c>; the target is a name, attribute, subscript or tuple of these.</summary>
    public static PyStatement Assign(PyExpression target, PyTemplate value) =>
        Simple(value.Fill([.. target.Tokens, PyToken.Operator("=")], []));

    public static PyStatement Assign(PyExpression target, PyExpression value) =>
        Assign(target, $"{value}");

    public static PyStatement Assign(PyName target, PyTemplate value) =>
        Assign((PyExpression)target, value);

    public static PyStatement Assign(PyName target, PyExpression value) =>
        Assign((PyExpression)target, value);

    public static PyStatement Return(PyTemplate value) =>
        Simple(value.Fill([PyToken.Keyword("return")], []));

    public static PyStatement Return(PyExpression value) => Return($"{value}");

    public static PyStatement Raise(PyTemplate value) =>
        Simple(value.Fill([PyToken.Keyword("raise")], []));

    /// <summary>Any statement without a block.</summary>
    public static PyStatement Do(PyTemplate statement) => Simple(statement.Fill([], []));

    public static PyStatement Do(PyExpression call) => Simple(call.Tokens);

    public static PyStatement Comment(string text) => new PyStatement.Comment(text);

    public static PyStatement If(
        PyTemplate condition,
        IReadOnlyList<PyStatement> body,
        IReadOnlyList<PyStatement>? otherwise = null
    )
    {
        List<PyClause> clauses = [Clause("if", condition, body)];
        if (
            otherwise is [PyStatement.Compound { Clauses: [var nested, ..] chain }]
            && nested.Header[0].Is("if")
        )
        {
            clauses.Add(
                nested with
                {
                    Header = [PyToken.Keyword("elif"), .. nested.Header.Skip(1)],
                }
            );
            clauses.AddRange(chain.Skip(1));
        }
        else if (otherwise is { Count: > 0 })
        {
            clauses.Add(new([PyToken.Keyword("else"), PyToken.Operator(":")], otherwise));
        }
        return new PyStatement.Compound(clauses);
    }

    public static PyStatement If(
        PyExpression condition,
        IReadOnlyList<PyStatement> body,
        IReadOnlyList<PyStatement>? otherwise = null
    ) => If($"{condition}", body, otherwise);

    public static PyStatement For(PyTemplate targetInItems, IReadOnlyList<PyStatement> body) =>
        new PyStatement.Compound([Clause("for", targetInItems, body)]);

    public static PyStatement While(PyTemplate condition, IReadOnlyList<PyStatement> body) =>
        new PyStatement.Compound([Clause("while", condition, body)]);

    public static PyStatement With(PyTemplate context, IReadOnlyList<PyStatement> body) =>
        new PyStatement.Compound([Clause("with", context, body)]);

    /// <summary><c>try</c> with handlers made by <see cref="Except"/>.</summary>
    public static PyStatement Try(
        IReadOnlyList<PyStatement> body,
        params IReadOnlyList<PyClause> handlers
    ) =>
        new PyStatement.Compound([
            new([PyToken.Keyword("try"), PyToken.Operator(":")], body),
            .. handlers,
        ]);

    /// <summary>A handler for <see cref="Try"/>; the template is what stands after <c>except</c>: <c>$"ValueError as {error}"</c>.</summary>
    public static PyClause Except(PyTemplate exception, IReadOnlyList<PyStatement> body) =>
        Clause("except", exception, body);

    /// <summary>The last clause for <see cref="Try"/>: runs in any case.</summary>
    public static PyClause Finally(IReadOnlyList<PyStatement> body) =>
        new([PyToken.Keyword("finally"), PyToken.Operator(":")], body);

    public static PyStatement Def(
        PyName name,
        IReadOnlyList<PyParameter> parameters,
        IReadOnlyList<PyStatement> body,
        string? docstring = null,
        PyExpression? returns = null
    ) => new PyStatement.Function(name, parameters, returns, docstring, body);

    private static PyClause Clause(
        string word,
        PyTemplate template,
        IReadOnlyList<PyStatement> body
    ) => new(template.Fill([PyToken.Keyword(word)], [PyToken.Operator(":")]), body);

    private static PyStatement.Simple Simple(IReadOnlyList<PyToken> tokens) => new(tokens);
}

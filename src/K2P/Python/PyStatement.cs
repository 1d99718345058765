namespace K2P.Python;

/// <summary>A statement of the script.</summary>
internal abstract record PyStatement
{
    private PyStatement() { }

    /// <summary>A statement without a block: assignment, <c>return</c>, <c>raise</c>, <c>del</c>, a call…</summary>
    internal sealed record Simple(IReadOnlyList<PyToken> Tokens) : PyStatement;

    /// <summary>A header and its block, and the clauses that follow it (<c>elif</c>, <c>else</c>, <c>except</c>, <c>finally</c>).</summary>
    internal sealed record Compound(IReadOnlyList<PyClause> Clauses) : PyStatement;

    /// <summary>A function.</summary>
    internal sealed record Function(
        PyName Name,
        IReadOnlyList<PyParameter> Parameters,
        PyExpression? Returns,
        string? Docstring,
        IReadOnlyList<PyStatement> Body
    ) : PyStatement;

    /// <summary>A comment of one or more lines.</summary>
    internal sealed record Comment(string Text) : PyStatement;

    /// <summary>An empty line between two statements.</summary>
    internal sealed record Blank : PyStatement;
}

/// <summary>A line that ends in a colon, with its block.</summary>
internal sealed record PyClause(IReadOnlyList<PyToken> Header, IReadOnlyList<PyStatement> Body);

/// <summary>A parameter of a function; those by keyword only come after all others.</summary>
internal sealed record PyParameter(
    PyName Name,
    PyExpression? Type = null,
    PyExpression? Default = null,
    bool KeywordOnly = false
);

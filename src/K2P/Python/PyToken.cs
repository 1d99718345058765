namespace K2P.Python;

/// <summary>What a token of Python source is.</summary>
internal enum PyTokenKind : byte
{
    /// <summary>A name in template text: a builtin, a module alias, a runtime helper, an attribute or a local.</summary>
    Name,

    /// <summary>A name that came through a hole: always a local, a parameter or a function of the script.</summary>
    Local,

    /// <summary>A reserved word, also <c>None</c>, <c>True</c> and <c>False</c>.</summary>
    Keyword,

    /// <summary>A number without sign.</summary>
    Number,

    /// <summary>A string literal with prefix and quotes, already in the printer's spelling.</summary>
    String,

    /// <summary>An operator or delimiter that is not a bracket.</summary>
    Operator,

    /// <summary><c>(</c>, <c>[</c> or <c>{</c>.</summary>
    Open,

    /// <summary><c>)</c>, <c>]</c> or <c>}</c>.</summary>
    Close,

    /// <summary>The place of a hole while a template is read; never in a finished expression.</summary>
    Hole,
}

/// <summary>A token of Python source.</summary>
internal readonly record struct PyToken(PyTokenKind Kind, string Text)
{
    public bool IsName => Kind is PyTokenKind.Name or PyTokenKind.Local;

    /// <summary>An operand may end here, so that a following <c>-</c> is a subtraction and a following <c>(</c> a call.</summary>
    public bool EndsOperand =>
        Kind switch
        {
            PyTokenKind.Name
            or PyTokenKind.Local
            or PyTokenKind.Number
            or PyTokenKind.String
            or PyTokenKind.Close
            or PyTokenKind.Hole => true,
            PyTokenKind.Keyword => Text is "None" or "True" or "False",
            PyTokenKind.Operator => Text is "...",
            _ => false,
        };

    public bool Is(string text) =>
        Kind is PyTokenKind.Operator or PyTokenKind.Keyword or PyTokenKind.Open or PyTokenKind.Close
        && Text == text;

    public static PyToken Operator(string text) => new(PyTokenKind.Operator, text);

    public static PyToken Keyword(string text) => new(PyTokenKind.Keyword, text);

    public static PyToken Open(string text) => new(PyTokenKind.Open, text);

    public static PyToken Close(string text) => new(PyTokenKind.Close, text);
}

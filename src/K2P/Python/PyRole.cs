namespace K2P.Python;

/// <summary>What a token does where it stands; decides spaces, precedence and where a line may be split.</summary>
internal enum PyRole : byte
{
    /// <summary>A name, number, string, constant or closing bracket.</summary>
    Operand,

    /// <summary>A name after a dot.</summary>
    Attribute,

    /// <summary>The name before <see cref="KeywordEquals"/>.</summary>
    KeywordName,

    /// <summary>A name that is bound here: a loop variable, a lambda's or function's parameter.</summary>
    Binding,

    /// <summary><c>return</c>, <c>if</c>, <c>del</c>… at the start of a statement, and the words within one (<c>as</c>, <c>from</c>).</summary>
    StatementWord,

    /// <summary><c>- + ~</c> before an operand.</summary>
    Unary,

    /// <summary><c>* **</c> before an argument, element or parameter.</summary>
    Unpack,

    /// <summary>A lone <c>*</c> or <c>/</c> among parameters.</summary>
    ParameterMark,

    Power,
    Product,
    Sum,
    Shift,
    BitAnd,
    BitXor,
    BitOr,

    /// <summary>Also <c>not</c> and <c>in</c> of <c>not in</c>, <c>is</c> and <c>not</c> of <c>is not</c>: see <see cref="ComparisonRest"/>.</summary>
    Comparison,

    /// <summary>The second word of <c>not in</c> and <c>is not</c>.</summary>
    ComparisonRest,

    Not,
    And,
    Or,
    TernaryIf,
    TernaryElse,
    Lambda,
    LambdaColon,
    Walrus,

    /// <summary><c>for</c> of a comprehension.</summary>
    ComprehensionFor,

    /// <summary><c>in</c> of a comprehension or a <c>for</c> statement.</summary>
    ForIn,

    /// <summary><c>if</c> of a comprehension.</summary>
    ComprehensionIf,

    Dot,
    Comma,

    /// <summary><c>=</c> of an assignment, also <c>+=</c> and its like.</summary>
    Assign,

    /// <summary><c>=</c> of a keyword argument or of a default without annotation: no spaces.</summary>
    KeywordEquals,

    /// <summary><c>=</c> of a default after an annotation: spaces.</summary>
    AnnotatedEquals,

    DictColon,
    SliceColon,
    AnnotationColon,
    BlockColon,
    Arrow,

    /// <summary><c>(</c> of a call, of a definition's parameters.</summary>
    CallOpen,

    /// <summary><c>[</c> of a subscript.</summary>
    SubscriptOpen,

    /// <summary>A bracket that begins an operand: parentheses, list, set, dict.</summary>
    AtomOpen,

    /// <summary>Closes a call or subscript.</summary>
    TrailerClose,

    /// <summary>Closes parentheses, a list, set or dict.</summary>
    AtomClose,
}

namespace K2P.Python;

/// <summary>How tightly an expression holds together, loosest first; the order of the Python reference.</summary>
internal enum PyPrecedence : byte
{
    /// <summary>Not of an expression: the place takes whatever there is.</summary>
    Any,

    Tuple,

    /// <summary>Also a bare generator expression, which only a call's lone argument may be.</summary>
    Walrus,
    Lambda,
    Ternary,
    Or,
    And,
    Not,
    Comparison,
    BitOr,
    BitXor,
    BitAnd,
    Shift,
    Sum,
    Product,
    Unary,
    Power,
    Primary,
    Atom,
}

namespace K2P.Expressions.Rules;

/// <summary>A value in a rule: a constant, or a reference to a column, a flow variable or the table.</summary>
internal abstract record RuleValue
{
    /// <summary>A text.</summary>
    internal sealed record Text(string Value) : RuleValue;

    /// <summary>A number that fits KNIME's 32 bits.</summary>
    internal sealed record Integer(int Value) : RuleValue;

    /// <summary>Any other number.</summary>
    internal sealed record Real(double Value) : RuleValue;

    /// <summary><c>TRUE</c> or <c>FALSE</c>.</summary>
    internal sealed record Truth(bool Value) : RuleValue;

    /// <summary>The cell of a column.</summary>
    internal sealed record Column(string Name) : RuleValue;

    /// <summary>A flow variable.</summary>
    internal sealed record Variable(string Name) : RuleValue;

    /// <summary><c>ROWID</c>, <c>ROWINDEX</c> or <c>ROWCOUNT</c>.</summary>
    internal sealed record Table(string Property) : RuleValue;
}

/// <summary>The condition of a rule.</summary>
internal abstract record RuleCondition
{
    /// <summary>Two values compared: <c>&lt; &lt;= = &gt;= &gt;</c>.</summary>
    internal sealed record Comparison(RuleValue Left, string Operator, RuleValue Right)
        : RuleCondition;

    /// <summary>A text against a pattern: <c>LIKE</c> with wildcards, or <c>MATCHES</c> with a regular expression.</summary>
    internal sealed record Pattern(RuleValue Left, string Operator, RuleValue Right)
        : RuleCondition;

    /// <summary>One of several values.</summary>
    internal sealed record In(RuleValue Left, IReadOnlyList<RuleValue> Values) : RuleCondition;

    /// <summary>A cell that is missing.</summary>
    internal sealed record Missing(string Column) : RuleCondition;

    /// <summary>A value that is true or false itself.</summary>
    internal sealed record Value(RuleValue Of) : RuleCondition;

    /// <summary>The opposite.</summary>
    internal sealed record Not(RuleCondition Of) : RuleCondition;

    /// <summary><c>AND</c>, <c>OR</c> or <c>XOR</c> of several.</summary>
    internal sealed record Joined(string Operator, IReadOnlyList<RuleCondition> Parts)
        : RuleCondition;
}

/// <summary>A rule: where the condition holds, this is the outcome.</summary>
internal sealed record Rule(RuleCondition Condition, RuleValue Outcome);

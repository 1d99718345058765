namespace K2P.Expressions.Jep;

/// <summary>A part of an expression of the Math Formula nodes: the language of the JEP library, with KNIME's references.</summary>
internal abstract record JepTerm
{
    /// <summary>A number; JEP computes with doubles only.</summary>
    internal sealed record Number(double Value) : JepTerm;

    /// <summary>The cell of a column: <c>$name$</c>.</summary>
    internal sealed record Column(string Name) : JepTerm;

    /// <summary>The cell of the column that the node works on: <c>$$CURRENT_COLUMN$$</c>.</summary>
    internal sealed record CurrentColumn : JepTerm;

    /// <summary>A flow variable: <c>$${Dname}$$</c>; the letter is its type.</summary>
    internal sealed record Variable(char Type, string Name) : JepTerm;

    /// <summary>The number of the row, from 0 on: <c>$$ROWINDEX$$</c>.</summary>
    internal sealed record RowIndex : JepTerm;

    /// <summary>How many rows there are: <c>$$ROWCOUNT$$</c>.</summary>
    internal sealed record RowCount : JepTerm;

    /// <summary><c>pi</c> or <c>e</c>.</summary>
    internal sealed record Constant(string Name) : JepTerm;

    /// <summary><c>-</c>, <c>+</c> or <c>!</c> before a term.</summary>
    internal sealed record Unary(string Operator, JepTerm Operand) : JepTerm;

    /// <summary>Two terms and what is between them.</summary>
    internal sealed record Binary(string Operator, JepTerm Left, JepTerm Right) : JepTerm;

    /// <summary>A call of a function.</summary>
    internal sealed record Call(string Function, IReadOnlyList<JepTerm> Arguments) : JepTerm
    {
        /// <summary>It is one number for a whole column, such as <c>COL_MEAN($x$)</c>.</summary>
        public bool IsAggregation => Function.StartsWith("COL_", StringComparison.Ordinal);
    }

    /// <summary>The term and all its parts, first to last; those of an aggregation of a column are left out.</summary>
    public IEnumerable<JepTerm> Parts() =>
        this switch
        {
            Unary unary => unary.Operand.Parts().Prepend(this),
            Binary binary => binary.Left.Parts().Concat(binary.Right.Parts()).Prepend(this),
            Call { IsAggregation: false } call => call
                .Arguments.SelectMany(each => each.Parts())
                .Prepend(this),
            _ => [this],
        };
}

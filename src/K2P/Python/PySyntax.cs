namespace K2P.Python;

/// <summary>Finds what each token of one statement or expression does, in one pass with a stack of brackets.</summary>
internal static class PySyntax
{
    private sealed class Frame(PyRole open)
    {
        public PyRole Open { get; } = open;
        public bool IsDefinition { get; init; }
        public bool IsBrace { get; init; }
        public int Lambdas { get; set; }
        public bool InForTarget { get; set; }
        public bool HasComprehension { get; set; }
        public bool Annotated { get; set; }
    }

    public static PyRole[] Roles(IReadOnlyList<PyToken> tokens)
    {
        var roles = new PyRole[tokens.Count];
        var frames = new Stack<Frame>();
        frames.Push(new(PyRole.AtomOpen));
        for (var i = 0; i < tokens.Count; i++)
        {
            roles[i] = Role(tokens, roles, i, frames);
        }
        return frames.Count == 1
            ? roles
            : throw new FormatException(
                $"brackets do not match: {string.Join(' ', tokens.Select(t => t.Text))}"
            );
    }

    private static PyRole Role(
        IReadOnlyList<PyToken> tokens,
        PyRole[] roles,
        int i,
        Stack<Frame> frames
    )
    {
        var token = tokens[i];
        var frame = frames.Peek();
        var afterOperand =
            i > 0 && tokens[i - 1].EndsOperand && roles[i - 1] is not PyRole.StatementWord;
        switch (token.Kind)
        {
            case PyTokenKind.Name or PyTokenKind.Local or PyTokenKind.Hole:
                return Name(tokens, roles, i, frames);
            case PyTokenKind.Open:
                var role =
                    !afterOperand || token.Text == "{" ? PyRole.AtomOpen
                    : token.Text == "(" ? PyRole.CallOpen
                    : PyRole.SubscriptOpen;
                frames.Push(
                    new(role)
                    {
                        IsBrace = token.Text == "{",
                        IsDefinition =
                            role == PyRole.CallOpen && frames.Count == 1 && tokens[0].Is("def"),
                    }
                );
                return role;
            case PyTokenKind.Close:
                if (frames.Count == 1)
                {
                    throw new FormatException("a bracket closes that was not opened");
                }
                return frames.Pop().Open == PyRole.AtomOpen
                    ? PyRole.AtomClose
                    : PyRole.TrailerClose;
            case PyTokenKind.Operator:
                return Operator(tokens, i, frames, afterOperand);
            case PyTokenKind.Keyword:
                return Keyword(tokens, roles, i, frames, afterOperand);
            default:
                return PyRole.Operand;
        }
    }

    private static PyRole Name(
        IReadOnlyList<PyToken> tokens,
        PyRole[] roles,
        int i,
        Stack<Frame> frames
    )
    {
        var frame = frames.Peek();
        if (i > 0 && roles[i - 1] == PyRole.Dot)
        {
            return PyRole.Attribute;
        }
        if (frame.InForTarget)
        {
            return PyRole.Binding;
        }
        var starts =
            i == 0
            || roles[i - 1] is PyRole.Comma or PyRole.Lambda or PyRole.Unpack or PyRole.CallOpen;
        if (starts && (frame.Lambdas > 0 || frame.IsDefinition))
        {
            return PyRole.Binding;
        }
        return frame.Open == PyRole.CallOpen && i + 1 < tokens.Count && tokens[i + 1].Is("=")
            ? PyRole.KeywordName
            : PyRole.Operand;
    }

    private static PyRole Operator(
        IReadOnlyList<PyToken> tokens,
        int i,
        Stack<Frame> frames,
        bool afterOperand
    )
    {
        var frame = frames.Peek();
        switch (tokens[i].Text)
        {
            case "...":
                return PyRole.Operand;
            case ".":
                return PyRole.Dot;
            case ",":
                frame.Annotated = false;
                return PyRole.Comma;
            case "->":
                return PyRole.Arrow;
            case ":=":
                return PyRole.Walrus;
            case ":":
                return Colon(frame, frames.Count, i == tokens.Count - 1);
            case "=":
                return frame.Lambdas > 0 ? PyRole.KeywordEquals
                    : frames.Count == 1 ? PyRole.Assign
                    : frame.Annotated ? PyRole.AnnotatedEquals
                    : PyRole.KeywordEquals;
            case "*" or "**" when !afterOperand:
                return
                    i + 1 < tokens.Count
                    && (tokens[i + 1].Is(",") || tokens[i + 1].Is(":") || tokens[i + 1].Is(")"))
                    ? PyRole.ParameterMark
                    : PyRole.Unpack;
            case "/" when !afterOperand:
                return PyRole.ParameterMark;
            case "+" or "-" or "~" when !afterOperand:
                return PyRole.Unary;
            case "**":
                return PyRole.Power;
            case "*" or "/" or "//" or "%" or "@":
                return PyRole.Product;
            case "+" or "-":
                return PyRole.Sum;
            case "<<" or ">>":
                return PyRole.Shift;
            case "&":
                return PyRole.BitAnd;
            case "^":
                return PyRole.BitXor;
            case "|":
                return PyRole.BitOr;
            case "<" or ">" or "<=" or ">=" or "==" or "!=":
                return PyRole.Comparison;
            default:
                return PyRole.Assign;
        }
    }

    private static PyRole Colon(Frame frame, int depth, bool isLast)
    {
        if (frame.Lambdas > 0)
        {
            frame.Lambdas--;
            return PyRole.LambdaColon;
        }
        if (frame.IsBrace)
        {
            return PyRole.DictColon;
        }
        if (frame.Open == PyRole.SubscriptOpen)
        {
            return PyRole.SliceColon;
        }
        if (frame.IsDefinition)
        {
            frame.Annotated = true;
            return PyRole.AnnotationColon;
        }
        return depth == 1
            ? isLast
                ? PyRole.BlockColon
                : PyRole.AnnotationColon
            : throw new FormatException("a colon where none can be");
    }

    private static PyRole Keyword(
        IReadOnlyList<PyToken> tokens,
        PyRole[] roles,
        int i,
        Stack<Frame> frames,
        bool afterOperand
    )
    {
        var frame = frames.Peek();
        switch (tokens[i].Text)
        {
            case "None" or "True" or "False":
                return PyRole.Operand;
            case "and":
                return PyRole.And;
            case "or":
                return PyRole.Or;
            case "not":
                return !afterOperand && i > 0 && tokens[i - 1].Is("is") ? PyRole.ComparisonRest
                    : afterOperand ? PyRole.Comparison
                    : PyRole.Not;
            case "is":
                return PyRole.Comparison;
            case "in" when frame.InForTarget:
                frame.InForTarget = false;
                return PyRole.ForIn;
            case "in":
                return i > 0 && tokens[i - 1].Is("not") && roles[i - 1] == PyRole.Comparison
                    ? PyRole.ComparisonRest
                    : PyRole.Comparison;
            case "lambda":
                frame.Lambdas++;
                return PyRole.Lambda;
            case "for":
                frame.InForTarget = true;
                frame.HasComprehension = i > 0;
                return i == 0 ? PyRole.StatementWord : PyRole.ComprehensionFor;
            case "if" when i > 0:
                return frame.HasComprehension ? PyRole.ComprehensionIf : PyRole.TernaryIf;
            case "else" when i > 0:
                return PyRole.TernaryElse;
            default:
                return PyRole.StatementWord;
        }
    }
}

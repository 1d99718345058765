using K2P.Expressions;
using K2P.Expressions.Rules;
using K2P.Python;

namespace K2P.Nodes.Rows;

/// <summary>Writes the rules of the Rule Engine nodes as conditions on columns.</summary>
/// <param name="node">The node.</param>
/// <param name="table">The table.</param>
/// <param name="firstIndex">The number of the first row: 0, or 1 in the nodes that choose rows.</param>
internal sealed class RuleWriter(NodeContext node, PyName table, int firstIndex)
{
    /// <summary>The rules that are no comments.</summary>
    /// <exception cref="UntranslatableException">One of them cannot be read.</exception>
    public static IReadOnlyList<Rule> Read(IReadOnlyList<string> lines, NodeContext node)
    {
        List<Rule> rules = [];
        foreach (var (number, line) in lines.Index())
        {
            try
            {
                if (RuleParser.Parse(line) is { } rule)
                {
                    rules.Add(rule);
                }
            }
            catch (ExpressionSyntaxException exception)
            {
                throw node.Manual(
                    $"Rule {number + 1} cannot be read at character {exception.Position + 1}: {exception.Message}"
                );
            }
        }
        return rules;
    }

    /// <summary>Pairs of conditions and outcomes, as the runtime takes them.</summary>
    public PyExpression Pairs(IEnumerable<Rule> rules) =>
        PyExpression.List(
            rules.Select(rule =>
                PyExpression.Tuple([Condition(rule.Condition), Value(rule.Outcome)])
            )
        );

    /// <summary>Where the condition holds: an array, or one truth for every row.</summary>
    public PyExpression Condition(RuleCondition condition) =>
        condition switch
        {
            RuleCondition.Comparison each => Py.Expr(
                $"holds({Value(each.Left)}, {each.Operator}, {Value(each.Right)})"
            ),
            RuleCondition.Pattern each => Pattern(each),
            RuleCondition.In each => In(each),
            RuleCondition.Missing each => Py.Expr($"{table}[{each.Column}].isna()"),
            RuleCondition.Value { Of: RuleValue.Truth truth } => PyExpression.Literal(truth.Value),
            RuleCondition.Value { Of: RuleValue.Column column } => Py.Expr(
                $"{table}[{column.Name}].fillna(False).astype(bool)"
            ),
            RuleCondition.Value => throw node.Manual(
                "A condition is a value that is not true or false."
            ),
            RuleCondition.Not { Of: RuleCondition.Value { Of: RuleValue.Truth truth } } =>
                PyExpression.Literal(!truth.Value),
            RuleCondition.Not { Of: RuleCondition.Missing each } => Py.Expr(
                $"{table}[{each.Column}].notna()"
            ),
            RuleCondition.Not each => Py.Expr($"~{Condition(each.Of)}"),
            RuleCondition.Joined each => Joined(each),
            _ => throw new ArgumentOutOfRangeException(nameof(condition)),
        };

    private PyExpression Joined(RuleCondition.Joined joined) =>
        joined
            .Parts.Select(part =>
                part is RuleCondition.Value { Of: RuleValue.Truth truth }
                    // Python's ~ makes another number of its own True.
                    ? Py.Expr($"np.bool_({truth.Value})")
                    : Condition(part)
            )
            .Aggregate(
                (left, right) =>
                    joined.Operator switch
                    {
                        "AND" => Py.Expr($"{left} & {right}"),
                        "OR" => Py.Expr($"{left} | {right}"),
                        _ => Py.Expr($"{left} ^ {right}"),
                    }
            );

    private PyExpression In(RuleCondition.In condition) =>
        condition
            .Values.Select(value => Py.Expr($"holds({Value(condition.Left)}, '=', {Value(value)})"))
            .Aggregate((left, right) => Py.Expr($"{left} | {right}"));

    private PyExpression Pattern(RuleCondition.Pattern condition)
    {
        if (condition.Right is not RuleValue.Text { Value: var pattern })
        {
            throw node.Manual($"The pattern behind {condition.Operator} is not a text.");
        }
        var subject = condition.Left switch
        {
            RuleValue.Column column => TextTests.Subject.TextColumn(column.Name),
            RuleValue.Table { Property: "ROWID" } => TextTests.Subject.RowId,
            _ => throw node.Manual($"What stands before {condition.Operator} is not a column."),
        };
        var test =
            condition.Operator == "LIKE"
                ? TextTests.Wildcard(subject, pattern, TextTests.Case.Matters)
                : TextTests.Matches(subject, pattern, TextTests.Case.Matters)
                    ?? throw node.Manual(
                        $"Python has no regular expression that means the same as {pattern}."
                    );
        return test.FullMask(table);
    }

    private PyExpression Value(RuleValue value) =>
        value switch
        {
            RuleValue.Text text => PyExpression.Literal(text.Value),
            RuleValue.Integer number => PyExpression.Literal((long)number.Value),
            RuleValue.Real number => PyExpression.Literal(number.Value),
            RuleValue.Truth truth => PyExpression.Literal(truth.Value),
            RuleValue.Column column => Py.Expr($"{table}[{column.Name}]"),
            RuleValue.Variable variable => node.Variable(variable.Name),
            RuleValue.Table { Property: "ROWID" } => Py.Expr($"row_id_texts({table})"),
            RuleValue.Table { Property: "ROWCOUNT" } => Py.Expr($"len({table})"),
            _ => firstIndex == 0
                ? Py.Expr($"pd.Series(range(len({table})), {table}.index)")
                : Py.Expr($"pd.Series(range(1, len({table}) + 1), {table}.index)"),
        };
}

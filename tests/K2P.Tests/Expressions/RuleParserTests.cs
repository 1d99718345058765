using CsCheck;
using K2P.Expressions;
using K2P.Expressions.Rules;

namespace K2P.Tests.Expressions;

/// <summary>The rules of the Rule Engine nodes are read as KNIME reads them.</summary>
public sealed class RuleParserTests
{
    private static readonly string[] Words =
    [
        "$a$",
        "NOT ",
        "MISSING ",
        "AND",
        "OR",
        "(",
        ")",
        "=>",
        "=",
        "<",
        "\"",
        "IN",
        ",",
        "1",
        "e",
        "-",
        "TRUE",
        "/",
        "$",
        "{",
        " ",
    ];

    [Theory]
    [InlineData("TRUE => 1", "True => 1")]
    [InlineData("$a b$<12=>\"x\"", "([a b] < 12) => 'x'")]
    [InlineData(
        "NOT $a$ = 1 AND $b$ OR $c$ XOR $d$ => FALSE",
        "(((!([a] = 1)) AND [b]) OR ([c] XOR [d])) => False"
    )]
    [InlineData(
        "NOT MISSING $a$ AND ($a$ >= -1.5E2) => $b$",
        "((!missing [a]) AND ([a] >= -150)) => [b]"
    )]
    [InlineData("$a$ IN (1, \"b\", $c$) => $$ROWINDEX$$", "([a] in 1, 'b', [c]) => ROWINDEX")]
    [InlineData("$a$ MATCHES /\\/x/ => $${Sname of it}$$", "([a] MATCHES '/x') => {name of it}")]
    [InlineData("$a$ LIKE \"*\\\" => 3000000000", "([a] LIKE '*\\') => 3000000000.0")]
    public void Rules(string line, string tree)
    {
        var rule = RuleParser.Parse(line)!;
        $"{Show(rule.Condition)} => {Show(rule.Outcome)}".ShouldBe(tree);
    }

    [Fact]
    public void Comments_are_no_rules() => RuleParser.Parse("// $a$ => 1").ShouldBeNull();

    [Theory]
    [InlineData("", 0)]
    [InlineData("$a$", 3)]
    [InlineData("$a$ => ", 7)]
    [InlineData("$a$ = => 1", 6)]
    [InlineData("MISSING 1 => 1", 8)]
    [InlineData("NOT($a$) => 1", 3)]
    [InlineData("$a$ = \"open => 1", 6)]
    [InlineData("TRUE => 1 2", 10)]
    public void What_cannot_be_read_says_where(string line, int position) =>
        Should
            .Throw<ExpressionSyntaxException>(() => RuleParser.Parse(line))
            .Position.ShouldBe(position);

    [Fact]
    public void Nesting_has_an_end() =>
        Should.Throw<ExpressionSyntaxException>(() =>
            RuleParser.Parse(new string('(', 100_000) + "TRUE")
        );

    [Fact]
    public void Every_text_is_read_or_refused() =>
        Gen.Int[0, Words.Length - 1]
            .Select(each => Words[each])
            .Array[0, 15]
            .Sample(words =>
            {
                var line = string.Concat(words);
                try
                {
                    _ = RuleParser.Parse(line);
                }
                catch (ExpressionSyntaxException exception)
                {
                    exception.Position.ShouldBeInRange(0, line.Length);
                }
            });

    private static string Show(RuleCondition condition) =>
        condition switch
        {
            RuleCondition.Comparison each =>
                $"({Show(each.Left)} {each.Operator} {Show(each.Right)})",
            RuleCondition.Pattern each => $"({Show(each.Left)} {each.Operator} {Show(each.Right)})",
            RuleCondition.In each =>
                $"({Show(each.Left)} in {string.Join(", ", each.Values.Select(Show))})",
            RuleCondition.Missing each => $"missing [{each.Column}]",
            RuleCondition.Value each => Show(each.Of),
            RuleCondition.Not each => $"(!{Show(each.Of)})",
            RuleCondition.Joined each =>
                $"({string.Join($" {each.Operator} ", each.Parts.Select(Show))})",
            _ => throw new ArgumentOutOfRangeException(nameof(condition)),
        };

    private static string Show(RuleValue value) =>
        value switch
        {
            RuleValue.Text text => $"'{text.Value}'",
            RuleValue.Integer number => FormattableString.Invariant($"{number.Value}"),
            RuleValue.Real { Value: > 1e6 } number => FormattableString.Invariant(
                $"{number.Value:0.0}"
            ),
            RuleValue.Real number => FormattableString.Invariant($"{number.Value}"),
            RuleValue.Truth truth => $"{truth.Value}",
            RuleValue.Column column => $"[{column.Name}]",
            RuleValue.Variable variable => $"{{{variable.Name}}}",
            RuleValue.Table table => table.Property,
            _ => throw new ArgumentOutOfRangeException(nameof(value)),
        };
}

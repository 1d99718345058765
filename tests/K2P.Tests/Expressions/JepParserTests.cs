using CsCheck;
using K2P.Expressions;
using K2P.Expressions.Jep;

namespace K2P.Tests.Expressions;

/// <summary>The expressions of the Math Formula nodes are read as JEP reads them.</summary>
public sealed class JepParserTests
{
    [Theory]
    [InlineData("1+2*3", "(1 + (2 * 3))")]
    [InlineData("8/4/2", "((8 / 4) / 2)")]
    [InlineData("-2^2", "(-(2 ^ 2))")]
    [InlineData("2^3^2", "(2 ^ (3 ^ 2))")]
    [InlineData("1<2 == 3>2 && !0 || 1", "((((1 < 2) == (3 > 2)) && (!0)) || 1)")]
    [InlineData("$a b$ - $${Dx y}$$;", "([a b] - {D:x y})")]
    [InlineData(
        "if($$ROWINDEX$$>=ROWCOUNT, COL_MEAN($x$), pi)",
        "if((index >= count), COL_MEAN([x]), pi)"
    )]
    [InlineData("round( $$CURRENT_COLUMN$$ , 2 )", "round(current, 2)")]
    [InlineData("1.5E-3*.5", "(0.0015 * 0.5)")]
    public void Precedence_and_references(string expression, string tree) =>
        Show(JepParser.Parse(expression)).ShouldBe(tree);

    [Theory]
    [InlineData("", 0)]
    [InlineData("1 +", 3)]
    [InlineData("(1", 2)]
    [InlineData("$open", 0)]
    [InlineData("x + 1", 0)]
    [InlineData("1 2", 2)]
    [InlineData("$$NOTHING$$", 0)]
    public void What_cannot_be_read_says_where(string expression, int position) =>
        Should
            .Throw<ExpressionSyntaxException>(() => JepParser.Parse(expression))
            .Position.ShouldBe(position);

    [Theory]
    [InlineData('(')]
    [InlineData('-')]
    public void Nesting_has_an_end(char opening) =>
        Should.Throw<ExpressionSyntaxException>(() =>
            JepParser.Parse(new string(opening, 100_000) + "1")
        );

    [Fact]
    public void Length_has_an_end() =>
        Should.Throw<ExpressionSyntaxException>(() =>
            JepParser.Parse(string.Join('+', Enumerable.Repeat("1", 100_000)))
        );

    [Fact]
    public void Every_text_is_read_or_refused() =>
        Gen.String[Gen.Char["$ab{}()+-*/%^<>=!&|,;.e1 "], 0, 40]
            .Sample(text =>
            {
                try
                {
                    _ = JepParser.Parse(text);
                }
                catch (ExpressionSyntaxException exception)
                {
                    exception.Position.ShouldBeInRange(0, text.Length);
                }
            });

    private static string Show(JepTerm term) =>
        term switch
        {
            JepTerm.Number number => FormattableString.Invariant($"{number.Value}"),
            JepTerm.Column column => $"[{column.Name}]",
            JepTerm.CurrentColumn => "current",
            JepTerm.Variable variable => $"{{{variable.Type}:{variable.Name}}}",
            JepTerm.RowIndex => "index",
            JepTerm.RowCount => "count",
            JepTerm.Constant constant => constant.Name,
            JepTerm.Unary unary => $"({unary.Operator}{Show(unary.Operand)})",
            JepTerm.Binary binary =>
                $"({Show(binary.Left)} {binary.Operator} {Show(binary.Right)})",
            JepTerm.Call call =>
                $"{call.Function}({string.Join(", ", call.Arguments.Select(Show))})",
            _ => throw new ArgumentOutOfRangeException(nameof(term)),
        };
}

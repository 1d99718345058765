using System.Globalization;
using System.Text;

namespace K2P.Expressions.Rules;

/// <summary>Reads a rule of the Rule Engine nodes: <c>$Age$ &lt; 12 AND NOT MISSING $Name$ =&gt; "child"</c>.</summary>
/// <remarks><c>BaseRuleParser</c>, <c>SimpleRuleParser</c>: OR binds weakest, then XOR, AND, NOT. A line that begins with two
/// slashes is a comment.</remarks>
internal sealed class RuleParser
{
    private const int Deepest = 200;

    private static readonly string[] Comparisons = ["<=", ">=", "<", ">", "="];

    private readonly string text;
    private int at;
    private int depth;

    private RuleParser(string text) => this.text = text;

    /// <summary>The rule; null for a comment.</summary>
    /// <exception cref="ExpressionSyntaxException">It cannot be read.</exception>
    public static Rule? Parse(string line)
    {
        if (line.StartsWith("//", StringComparison.Ordinal))
        {
            return null;
        }
        var parser = new RuleParser(line);
        var condition = parser.Or();
        parser.Expect("=>");
        var outcome = parser.Value();
        parser.SkipBlanks();
        return parser.at == line.Length ? new Rule(condition, outcome) : throw parser.Unexpected();
    }

    private RuleCondition Or() => Joined("OR", Xor);

    private RuleCondition Xor() => Joined("XOR", And);

    private RuleCondition And() => Joined("AND", Single);

    private RuleCondition Joined(string word, Func<RuleCondition> part)
    {
        List<RuleCondition> parts = [part()];
        while (Take(word))
        {
            parts.Add(part());
        }
        return parts is [var only] ? only : new RuleCondition.Joined(word, parts);
    }

    private RuleCondition Single()
    {
        if (++depth > Deepest)
        {
            throw new ExpressionSyntaxException("The rule is nested too deeply.", at);
        }
        var condition = Nested();
        depth--;
        return condition;
    }

    private RuleCondition Nested()
    {
        if (Take("("))
        {
            var inner = Or();
            Expect(")");
            return inner;
        }
        if (Take("NOT"))
        {
            ExpectBlank();
            return new RuleCondition.Not(Single());
        }
        if (Take("MISSING"))
        {
            ExpectBlank();
            SkipBlanks();
            var start = at;
            return Value() is RuleValue.Column column
                ? new RuleCondition.Missing(column.Name)
                : throw new ExpressionSyntaxException("MISSING needs a column.", start);
        }
        return Relation();
    }

    private RuleCondition Relation()
    {
        var left = Value();
        SkipBlanks();
        if (Ahead("=>"))
        {
            return new RuleCondition.Value(left);
        }
        if (Comparisons.FirstOrDefault(Take) is { } comparison)
        {
            return new RuleCondition.Comparison(left, comparison, Value());
        }
        string[] patterns = ["LIKE", "MATCHES"];
        if (patterns.FirstOrDefault(Take) is { } pattern)
        {
            ExpectBlank();
            return new RuleCondition.Pattern(left, pattern, Value());
        }
        return Take("IN") ? new RuleCondition.In(left, List()) : new RuleCondition.Value(left);
    }

    private List<RuleValue> List()
    {
        Expect("(");
        List<RuleValue> values = [];
        do
        {
            values.Add(Value());
        } while (Take(","));
        Expect(")");
        return values;
    }

    private RuleValue Value()
    {
        SkipBlanks();
        if (at == text.Length)
        {
            throw Unexpected();
        }
        return text[at] switch
        {
            '$' => Reference(),
            '"' => new RuleValue.Text(Closed('"', escapes: false)),
            '/' => new RuleValue.Text(Closed('/', escapes: true)),
            '-' or '.' or (>= '0' and <= '9') => Number(),
            _ when Take("Infinity") => new RuleValue.Real(double.PositiveInfinity),
            _ when Take("TRUE") => new RuleValue.Truth(true),
            _ when Take("FALSE") => new RuleValue.Truth(false),
            _ => throw Unexpected(),
        };
    }

    private RuleValue Reference()
    {
        var start = at;
        foreach (var property in (string[])["ROWID", "ROWINDEX", "ROWCOUNT"])
        {
            if (Take($"$${property}$$"))
            {
                return new RuleValue.Table(property);
            }
        }
        if (Ahead("$${"))
        {
            at += 3;
            var end = text.IndexOf("}$$", at, StringComparison.Ordinal);
            if (end < at + 2)
            {
                throw new ExpressionSyntaxException("A flow variable is not closed.", start);
            }
            var name = text[(at + 1)..end];
            at = end + 3;
            return new RuleValue.Variable(name);
        }
        return new RuleValue.Column(Closed('$', escapes: false));
    }

    private string Closed(char mark, bool escapes)
    {
        var start = at++;
        var content = new StringBuilder();
        while (at < text.Length && text[at] != mark)
        {
            if (escapes && text[at] == '\\' && at + 1 < text.Length)
            {
                at++;
            }
            content.Append(text[at++]);
        }
        return at++ < text.Length
            ? content.ToString()
            : throw new ExpressionSyntaxException($"The {mark} is not closed.", start);
    }

    private RuleValue Number()
    {
        var start = at;
        if (text[at] == '-')
        {
            at++;
        }
        if (Take("Infinity"))
        {
            return new RuleValue.Real(double.NegativeInfinity);
        }
        var end = at;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] == '.'))
        {
            end++;
        }
        if (end < text.Length && text[end] is 'e' or 'E')
        {
            var digits = end + (end + 1 < text.Length && text[end + 1] == '-' ? 2 : 1);
            if (digits < text.Length && char.IsAsciiDigit(text[digits]))
            {
                end = digits;
                while (end < text.Length && char.IsAsciiDigit(text[end]))
                {
                    end++;
                }
            }
        }
        var number = text.AsSpan(start, end - start);
        at = end;
        const NumberStyles Style =
            NumberStyles.AllowLeadingSign
            | NumberStyles.AllowDecimalPoint
            | NumberStyles.AllowExponent;
        if (
            int.TryParse(
                number,
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var whole
            )
        )
        {
            return new RuleValue.Integer(whole);
        }
        return double.TryParse(number, Style, CultureInfo.InvariantCulture, out var real)
            ? new RuleValue.Real(real)
            : throw new ExpressionSyntaxException("A number cannot be read.", start);
    }

    private void SkipBlanks()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }
    }

    private bool Ahead(string symbol) =>
        string.CompareOrdinal(text, at, symbol, 0, symbol.Length) == 0;

    private bool Take(string symbol)
    {
        SkipBlanks();
        if (!Ahead(symbol))
        {
            return false;
        }
        at += symbol.Length;
        return true;
    }

    private void Expect(string symbol)
    {
        if (!Take(symbol))
        {
            throw Unexpected();
        }
    }

    private void ExpectBlank()
    {
        if (at == text.Length || !char.IsWhiteSpace(text[at]))
        {
            throw Unexpected();
        }
    }

    private ExpressionSyntaxException Unexpected() =>
        new(
            at < text.Length ? $"'{text[at]}' was not expected." : "The rule ends too early.",
            Math.Min(at, text.Length)
        );
}

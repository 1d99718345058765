using CsCheck;
using K2P.Python;
using K2P.Tests.Support;

namespace K2P.Tests.Python;

public class LiteralTests
{
    private const int Cases = 2000;

    private static readonly string[] Nasty =
    [
        "",
        "\"",
        "'",
        "\"\"\"",
        "'''",
        "\\",
        "\\\"",
        "\\'",
        "\\n",
        "a\nb\r\nc\td",
        "\0",
        "\u001b[31m",
        "\u0085",
        "\u00a0",
        "\u200b\u200e\u202e\u2066\u2069",
        "\u2028\u2029\ufeff",
        "\ud800",
        "\udc00\ud800",
        "😀 é ß 漢字 ﷽",
        "e\u0301",
        "{x} {{y}} %s",
        "\U000e0041\U0001f468\u200d\U0001f469",
        "N{BULLET} \\u0041 \\x41 \\101",
    ];

    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.Int[0, Nasty.Length - 1].Select(i => Nasty[i]),
        Gen.String[0, 30],
        Gen.String[Gen.Char["\"'\\\n{}a"], 0, 12],
        Gen.Select(
            Gen.Int[0, Nasty.Length - 1],
            Gen.Int[0, Nasty.Length - 1],
            (i, j) => Nasty[i] + Nasty[j]
        )
    );

    private static List<T> Samples<T>(Gen<T> gen)
    {
        var pcg = new PCG(11, 11);
        return [.. Enumerable.Range(0, Cases).Select(_ => gen.Generate(pcg, null, out var size))];
    }

    /// <summary>What Python reads in each source: strings as their UTF-16 units, all else as repr.</summary>
    private static List<string> Evaluate(IEnumerable<string> sources)
    {
        RealPython.Require();
        return RealPython.Run<List<string>, List<string>>(
            """
            import ast, json, sys

            def read(source):
                value = ast.literal_eval(source)
                if isinstance(value, str):
                    return value.encode("utf-16-be", "surrogatepass").hex()
                return repr(value)

            print(json.dumps([read(source) for source in json.load(sys.stdin)]))
            """,
            [.. sources]
        );
    }

    private static string Units(string text) =>
        string.Concat(text.Select(c => ((int)c).ToString("x4")));

    [Fact]
    public void Python_reads_back_every_string()
    {
        var texts = Samples(Text).Concat(Nasty).ToList();
        Evaluate(texts.Select(t => PyExpression.Literal(t).ToString()))
            .ShouldBe(texts.Select(Units));
    }

    [Fact]
    public void A_string_literal_shows_nothing_but_visible_characters()
    {
        foreach (var text in Samples(Text).Concat(Nasty))
        {
            var runes = PyExpression.Literal(text).ToString().EnumerateRunes().ToList();
            runes.ShouldAllBe(r =>
                PyText.IsVisible(r.Value) && r != System.Text.Rune.ReplacementChar
            );
        }
        PyExpression.Literal("Größe 漢字 😀").ToString().ShouldBe("\"Größe 漢字 😀\"");
        PyExpression
            .Literal("a\u202eb\ufeff\n\0\ud800\U000e0041")
            .ToString()
            .ShouldBe(
                """
                "a\u202eb\ufeff\n\x00\ud800\U000e0041"
                """
            );
    }

    [Fact]
    public void Python_reads_back_every_number()
    {
        var longs = Samples(Gen.Long).Concat([long.MinValue, long.MaxValue, 0, -1]).ToList();
        Evaluate(longs.Select(n => PyExpression.Literal(n).ToString()))
            .ShouldBe(longs.Select(n => $"{n}"));
        var doubles = Samples(Gen.Double)
            .Concat([
                0.0,
                -0.0,
                double.Epsilon,
                double.MaxValue,
                double.MinValue,
                1e15,
                1e16,
                1e22,
                0.1,
                1e-5,
                123456789.123,
            ])
            .Where(double.IsFinite)
            .ToList();
        RealPython.Require();
        var bits = RealPython.Run<List<string>, List<string>>(
            """
            import ast, json, struct, sys
            values = [ast.literal_eval(source) for source in json.load(sys.stdin)]
            assert all(isinstance(value, float) for value in values)
            print(json.dumps([struct.pack(">d", value).hex() for value in values]))
            """,
            [.. doubles.Select(d => PyExpression.Literal(d).ToString())]
        );
        bits.ShouldBe(doubles.Select(d => BitConverter.DoubleToInt64Bits(d).ToString("x16")));
    }

    [Fact]
    public void Numbers_that_Python_has_no_literal_for_are_calls()
    {
        PyExpression.Literal(double.NaN).ToString().ShouldBe("float(\"nan\")");
        PyExpression.Literal(double.PositiveInfinity).ToString().ShouldBe("float(\"inf\")");
        PyExpression.Literal(double.NegativeInfinity).ToString().ShouldBe("float(\"-inf\")");
    }

    [Fact]
    public void Python_reads_back_nested_lists_and_dicts()
    {
        var rows = Samples(Gen.Select(Text.List[0, 4], Gen.Int.List[0, 3], Gen.Bool));
        RealPython.Require();
        var read = RealPython.Run<List<string>, List<List<List<string>>>>(
            """
            import ast, json, sys

            def units(text):
                return text.encode("utf-16-be", "surrogatepass").hex()

            result = []
            for source in json.load(sys.stdin):
                texts, numbers, by_text = ast.literal_eval(source)
                flat = [[units(t) for t in texts], [repr(n) for n in numbers]]
                result.append(flat + [[units(k) + repr(v) for k, v in by_text.items()]])
            print(json.dumps(result))
            """,
            [
                .. rows.Select(r =>
                    Py.Expr(
                            $"[{r.Item1}, {r.Item2}, {r.Item1.Distinct().Select(t => KeyValuePair.Create(t, PyExpression.Literal(r.Item3)))}]"
                        )
                        .ToString()
                ),
            ]
        );
        for (var i = 0; i < rows.Count; i++)
        {
            read[i][0].ShouldBe(rows[i].Item1.Select(Units));
            read[i][1].ShouldBe(rows[i].Item2.Select(n => $"{n}"));
            read[i]
                [2]
                .ShouldBe(
                    rows[i]
                        .Item1.Distinct()
                        .Select(t => Units(t) + (rows[i].Item3 ? "True" : "False"))
                );
        }
    }

    [Fact]
    public void Black_keeps_the_spelling_of_every_string()
    {
        var own = Samples(Text).Select(t => PyExpression.Literal(t).ToString());
        string[] written =
        [
            "'a'",
            "'a\"b'",
            "\"a'b\"",
            "'it\\'s'",
            "\"a\\'b\"",
            "'a\\\"b'",
            "'\\\\'",
            "r'\\d+'",
            "R'\\d\"'",
            "r\"'\"",
            "f'{{a}}'",
            "F'{a}'",
            "f'{a[\"b\"]}'",
            "f\"{a['b']}\"",
            "b'x'",
            "Rb'x'",
            "bR'x'",
            "fr'\\d{x}'",
            "u'x'",
            "'''a'''",
            "'''a\"'''",
            "'\"\"\"'",
            "''",
            "'\\n'",
            "f'{a!r}\"'",
        ];
        var sources = own.Concat(written.Select(PyStringStyle.Normalize))
            .Select(s => $"x = {s}\n")
            .ToList();
        RealPython.Black(sources).ShouldBe(sources);
        var meaning = Evaluate(
            written.Where(w => !w.Contains('f') && !w.Contains('F') && !w.Contains('b'))
        );
        Evaluate(
                written
                    .Where(w => !w.Contains('f') && !w.Contains('F') && !w.Contains('b'))
                    .Select(PyStringStyle.Normalize)
            )
            .ShouldBe(meaning);
    }
}

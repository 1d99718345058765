using CsCheck;
using K2P.Python;

namespace K2P.Tests.Python;

/// <summary>An expression made through templates, and the same one written by hand with parentheses around everything.</summary>
internal sealed record Sample(PyExpression Expression, string Explicit)
{
    public override string ToString() => Explicit;
}

/// <summary>Random expressions and statements of every form that templates can make.</summary>
internal static class RandomPython
{
    private static readonly string[] Words =
    [
        "a",
        "df",
        "np",
        "table",
        "column_name",
        "value",
        "a_rather_long_name",
        "grouped",
        "x1",
        "an_even_longer_name_of_something_40chars",
        "result",
    ];

    private static readonly Gen<string> Word = Gen.Int[0, Words.Length - 1].Select(i => Words[i]);

    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.String[Gen.Char["abc deäß'\"\\\n{}#😀"], 0, 12],
        Gen.String[Gen.Char["abcdefgh "], 0, 60]
    );

    private static readonly Gen<Sample> Leaf = Gen.Frequency(
        (6, Word.Select(w => new Sample(new PyName(w), w))),
        (2, Gen.Int[-3, 1000].Select(n => new Sample(PyExpression.Literal(n), $"({n})"))),
        (1, Gen.Double[-10, 10].Select(d => new Sample(Py.Expr($"{d}"), $"({Py.Expr($"{d}")})"))),
        (3, Text.Select(t => new Sample(Py.Expr($"{t}"), PyLiteral.Quote(t)))),
        (
            1,
            Gen.Bool.Select(b =>
                b ? new Sample(Py.None, "None") : new Sample(Py.Expr($"{true}"), "True")
            )
        )
    );

    public static readonly Gen<Sample> Expression = OfDepth(4);

    private static readonly Gen<Sample> SmallExpression = OfDepth(2);

    private static Gen<Sample> OfDepth(int depth)
    {
        if (depth == 0)
        {
            return Leaf;
        }
        var e = OfDepth(depth - 1);
        var several = e.List[0, 4];
        return Gen.Frequency(
            (3, Leaf),
            (3, Gen.Select(e, e, Gen.Int[0, 19], Binary)),
            (2, Gen.Select(e, Gen.Int[0, 3], Unary)),
            (4, Gen.Select(e, Word, several, Method)),
            (2, Gen.Select(Word, several, Call)),
            (3, Gen.Select(e, Word, Word, several, several, Chain)),
            (
                1,
                Gen.Select(
                    e,
                    Word,
                    (a, w) => new Sample(Py.Expr($"{a.Expression}.{new PyName(w)}"), $"({a}).{w}")
                )
            ),
            (
                1,
                Gen.Select(
                    e,
                    e,
                    (a, b) =>
                        new Sample(Py.Expr($"{a.Expression}[{b.Expression}]"), $"({a})[({b})]")
                )
            ),
            (1, Gen.Select(e, e, e, Gen.Int[0, 5], Slice)),
            (2, several.Select(l => Joined(l, "[", "]", PyExpression.List))),
            (1, several.Select(l => Joined(l, "(", l.Count == 1 ? ",)" : ")", PyExpression.Tuple))),
            (2, Gen.Select(Text.List[1, 4], e, Dict)),
            (1, Gen.Select(e, e, e, Choice)),
            (1, Gen.Select(Word, e, Lambda)),
            (1, Gen.Select(e, Word, e, e, Gen.Int[0, 4], Comprehension)),
            (1, Gen.Select(Word, several, Text, e, Arguments))
        );
    }

    private static Sample Binary(Sample a, Sample b, int op)
    {
        var (l, r) = (a.Expression, b.Expression);
        return op switch
        {
            0 => new(Py.Expr($"{l} + {r}"), $"({a}) + ({b})"),
            1 => new(Py.Expr($"{l} - {r}"), $"({a}) - ({b})"),
            2 => new(Py.Expr($"{l} * {r}"), $"({a}) * ({b})"),
            3 => new(Py.Expr($"{l} / {r}"), $"({a}) / ({b})"),
            4 => new(Py.Expr($"{l} // {r}"), $"({a}) // ({b})"),
            5 => new(Py.Expr($"{l} % {r}"), $"({a}) % ({b})"),
            6 => new(Py.Expr($"{l} ** {r}"), $"({a}) ** ({b})"),
            7 => new(Py.Expr($"{l} & {r}"), $"({a}) & ({b})"),
            8 => new(Py.Expr($"{l} | {r}"), $"({a}) | ({b})"),
            9 => new(Py.Expr($"{l} ^ {r}"), $"({a}) ^ ({b})"),
            10 => new(Py.Expr($"{l} << {r}"), $"({a}) << ({b})"),
            11 => new(Py.Expr($"{l} == {r}"), $"({a}) == ({b})"),
            12 => new(Py.Expr($"{l} <= {r}"), $"({a}) <= ({b})"),
            13 => new(Py.Expr($"{l} in {r}"), $"({a}) in ({b})"),
            14 => new(Py.Expr($"{l} not in {r}"), $"({a}) not in ({b})"),
            15 => new(Py.Expr($"{l} is not {r}"), $"({a}) is not ({b})"),
            16 => new(Py.Expr($"{l} < {r} < value"), $"({a}) < ({b}) < value"),
            17 => new(Py.Expr($"{l} @ {r}"), $"({a}) @ ({b})"),
            18 => new(Py.Expr($"{l} and {r}"), $"({a}) and ({b})"),
            _ => new(Py.Expr($"{l} or {r}"), $"({a}) or ({b})"),
        };
    }

    private static Sample Unary(Sample a, int op) =>
        op switch
        {
            0 => new(Py.Expr($"-{a.Expression}"), $"-({a})"),
            1 => new(Py.Expr($"not {a.Expression}"), $"not ({a})"),
            2 => new(Py.Expr($"~{a.Expression}"), $"~({a})"),
            _ => new(Py.Expr($"-{a.Expression} ** 2"), $"-(({a}) ** 2)"),
        };

    private static Sample Method(Sample a, string name, List<Sample> args) =>
        args.Count switch
        {
            0 => new(Py.Expr($"{a.Expression}.{new PyName(name)}()"), $"({a}).{name}()"),
            1 => new(
                Py.Expr($"{a.Expression}.{new PyName(name)}({args[0].Expression})"),
                $"({a}).{name}(({args[0]}))"
            ),
            2 => new(
                Py.Expr(
                    $"{a.Expression}.{new PyName(name)}({args[0].Expression}, axis={args[1].Expression})"
                ),
                $"({a}).{name}(({args[0]}), axis=({args[1]}))"
            ),
            _ => new(
                Py.Expr(
                    $"{a.Expression}.{new PyName(name)}({args[0].Expression}, *{args[1].Expression}, **{args[2].Expression})"
                ),
                $"({a}).{name}(({args[0]}), *({args[1]}), **({args[2]}))"
            ),
        };

    private static Sample Call(string name, List<Sample> args)
    {
        var arguments = new PyArguments();
        args.ForEach(a => arguments.Add(a.Expression));
        return new(
            Py.Expr($"{new PyName(name)}({arguments})"),
            $"{name}({string.Join(", ", args.Select(a => $"({a})"))})"
        );
    }

    private static Sample Chain(
        Sample a,
        string first,
        string second,
        List<Sample> x,
        List<Sample> y
    ) => Method(Method(Method(a, first, x), "reset_index", []), second, y);

    private static Sample Slice(Sample a, Sample b, Sample c, int form)
    {
        var (x, y, z) = (a.Expression, b.Expression, c.Expression);
        return form switch
        {
            0 => new(Py.Expr($"{x}[{y}:{z}]"), $"({a})[({b}):({c})]"),
            1 => new(Py.Expr($"{x}[:{y}]"), $"({a})[:({b})]"),
            2 => new(Py.Expr($"{x}[{y}:]"), $"({a})[({b}):]"),
            3 => new(Py.Expr($"{x}[{y}:{z}:-1]"), $"({a})[({b}):({c}):-1]"),
            4 => new(Py.Expr($"{x}.iloc[:, {y}:{z}]"), $"({a}).iloc[:, ({b}):({c})]"),
            _ => new(Py.Expr($"{x}.loc[{y}, {z}]"), $"({a}).loc[({b}), ({c})]"),
        };
    }

    private static Sample Joined(
        List<Sample> items,
        string open,
        string close,
        Func<IEnumerable<PyExpression>, PyExpression> make
    ) =>
        new(
            make(items.Select(i => i.Expression)),
            open + string.Join(", ", items.Select(i => $"({i})")) + close
        );

    private static Sample Dict(List<string> keys, Sample value) =>
        new(
            PyExpression.Dict(keys.Select(k => KeyValuePair.Create(k, value.Expression))),
            "{" + string.Join(", ", keys.Select(k => $"{PyLiteral.Quote(k)}: ({value})")) + "}"
        );

    private static Sample Choice(Sample a, Sample b, Sample c) =>
        new(
            Py.Expr($"{a.Expression} if {b.Expression} else {c.Expression}"),
            $"({a}) if ({b}) else ({c})"
        );

    private static Sample Lambda(string name, Sample body) =>
        new(
            Py.Expr($"lambda {new PyName(name)}, other=1: {body.Expression}"),
            $"lambda {name}, other=1: ({body})"
        );

    private static Sample Comprehension(Sample a, string name, Sample b, Sample c, int form)
    {
        var (x, n, y, z) = (a.Expression, new PyName(name), b.Expression, c.Expression);
        return form switch
        {
            0 => new(Py.Expr($"[{x} for {n} in {y}]"), $"[({a}) for {name} in ({b})]"),
            1 => new(
                Py.Expr($"[{x} for {n}, i in {y} if {z}]"),
                $"[({a}) for {name}, i in ({b}) if ({c})]"
            ),
            2 => new(
                Py.Expr($"{{{n}: {x} for {n} in {y} if {z}}}"),
                $"{{{name}: ({a}) for {name} in ({b}) if ({c})}}"
            ),
            3 => new(Py.Expr($"sum({x} for {n} in {y})"), $"sum(({a}) for {name} in ({b}))"),
            _ => new(Py.Expr($"{Py.Expr($"{x} for {n} in {y}")}"), $"(({a}) for {name} in ({b}))"),
        };
    }

    private static Sample Arguments(string name, List<Sample> args, string key, Sample value)
    {
        var arguments = new PyArguments { { "sep", ";" }, { key, value.Expression } };
        args.ForEach(a => arguments.Add(a.Expression));
        var explicitKey = PyWords.IsIdentifier(key)
            ? $"{key}=({value})"
            : $"**{{{PyLiteral.Quote(key)}: ({value})}}";
        return new(
            Py.Expr($"{new PyName(name)}({arguments})"),
            $"{name}({string.Concat(args.Select(a => $"({a}), "))}sep=';', {explicitKey})"
        );
    }

    public static readonly Gen<PyStatement> Simple = SimpleOf(Expression);

    private static Gen<PyStatement> SimpleOf(Gen<Sample> expression) =>
        Gen.Select(
            expression,
            expression,
            Word,
            Gen.Int[0, 12],
            (a, b, w, form) =>
            {
                var (x, y, n) = (a.Expression, b.Expression, new PyName(w));
                return form switch
                {
                    0 or 1 or 2 => Py.Assign(n, $"{x}"),
                    3 => Py.Assign(Py.Expr($"{n}[{y}]"), $"{x}"),
                    4 or 5 => Py.Return($"{x}"),
                    6 => Py.Return($"{x}, {y}"),
                    7 => Py.Raise($"ValueError({x})"),
                    8 => Py.Do($"{n}.append({x})"),
                    9 => Py.Do($"assert {x}, {y}"),
                    10 => Py.Assign(Py.Expr($"{n}, other"), $"{x}"),
                    11 => Py.Do($"{n} += {x}"),
                    _ => Py.Do($"del {n}[{x}]"),
                };
            }
        );

    public static readonly Gen<PyStatement> Statement = StatementOf(2);

    private static Gen<PyStatement> StatementOf(int depth)
    {
        if (depth == 0)
        {
            return SimpleOf(SmallExpression);
        }
        var body = StatementOf(depth - 1).List[1, 3];
        return Gen.Frequency(
            (6, SimpleOf(SmallExpression)),
            (
                1,
                Gen.Select(SmallExpression, body, body, (c, b, e) => Py.If($"{c.Expression}", b, e))
            ),
            (
                1,
                Gen.Select(
                    SmallExpression,
                    body,
                    (c, b) => Py.If(c.Expression, b, [Py.If($"x", b)])
                )
            ),
            (
                1,
                Gen.Select(
                    Word,
                    SmallExpression,
                    body,
                    (w, c, b) => Py.For($"{new PyName(w)}, i in {c.Expression}", b)
                )
            ),
            (1, Gen.Select(SmallExpression, body, (c, b) => Py.While($"{c.Expression}", b))),
            (
                1,
                Gen.Select(
                    SmallExpression,
                    body,
                    (c, b) => Py.With($"open({c.Expression}) as file", b)
                )
            ),
            (
                1,
                Gen.Select(
                    body,
                    (b) =>
                        Py.Try(
                            b,
                            Py.Except($"(ValueError, KeyError) as error", b),
                            Py.Except($"OSError", b)
                        )
                )
            ),
            (1, Text.Select(Py.Comment)),
            (1, Gen.Const(Py.Blank)),
            (1, Gen.Select(Word, Text, body, (w, t, b) => Py.Def(new PyName(w), [], b, t)))
        );
    }

    private static readonly Gen<PyParameter> Parameter = Gen.Select(
        Word,
        Gen.Int[0, 3],
        SmallExpression,
        Gen.Bool,
        (w, form, e, keyword) =>
            new PyParameter(
                new(w),
                form is 0 or 1 ? Py.Expr($"pd.DataFrame") : null,
                form is 1 or 2 ? e.Expression : null,
                keyword
            )
    );

    public static readonly Gen<PyStatement> Function = Gen.Select(
        Word,
        Parameter.List[0, 5],
        Statement.List[1, 5],
        Text,
        Gen.Int[0, 2],
        (name, parameters, body, docstring, returns) =>
            Py.Def(
                new(name),
                [
                    .. parameters
                        .Select((p, i) => p with { Name = new($"{p.Name}_{i}") })
                        .OrderBy(p => p.KeywordOnly)
                        .ThenBy(p => p.Default is not null),
                ],
                body,
                docstring,
                returns switch
                {
                    0 => null,
                    1 => Py.Expr($"pd.DataFrame"),
                    _ => Py.Expr(
                        $"tuple[pd.DataFrame, dict[str, pd.DataFrame], an_even_longer_name_of_something]"
                    ),
                }
            )
    );

    public static readonly Gen<PyModule> Module = Gen.Select(
        Text,
        Gen.OneOf(Function, Function, Statement).List[1, 4],
        Statement.List[0, 2],
        (docstring, body, main) => new PyModule(docstring, body, main)
    );
}

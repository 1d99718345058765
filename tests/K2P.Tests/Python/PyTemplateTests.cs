using K2P.Python;

namespace K2P.Tests.Python;

public class PyTemplateTests
{
    private static readonly PyExpression Table = new PyName("table");
    private static readonly PyExpression Sum = Py.Expr($"a + b");
    private static readonly PyExpression Choice = Py.Expr($"a if c else b");

    private static string Text(PyTemplate template) => Py.Expr(template).ToString();

    [Fact]
    public void A_value_in_a_hole_becomes_a_literal()
    {
        string[] names = ["x", "it's \"so\""];
        Text($"{Table}.drop(columns={names}, errors='ignore')")
            .ShouldBe("""table.drop(columns=["x", 'it\'s "so"'], errors="ignore")""");
        Text($"f({(string?)null}, {true}, {-3}, {long.MinValue}, {1.0}, {double.NaN}, {1e300})")
            .ShouldBe("""f(None, True, -3, -9223372036854775808, 1.0, float("nan"), 1e+300)""");
    }

    [Fact]
    public void A_hole_gets_parentheses_only_where_its_place_needs_them()
    {
        Text($"{Sum} + 1").ShouldBe("a + b + 1");
        Text($"1 + {Sum}").ShouldBe("1 + (a + b)");
        Text($"1 - {Sum} * 2").ShouldBe("1 - (a + b) * 2");
        Text($"{Sum}.drop()").ShouldBe("(a + b).drop()");
        Text($"{Sum}[{Sum}]").ShouldBe("(a + b)[a + b]");
        Text($"f({Sum}, x={Choice})").ShouldBe("f(a + b, x=a if c else b)");
        Text($"{Choice} == {Choice}").ShouldBe("(a if c else b) == (a if c else b)");
        Text($"not {Sum}").ShouldBe("not a + b");
        Text($"-{Sum}").ShouldBe("-(a + b)");
        Text($"{-1} ** {-1}").ShouldBe("(-1) ** -1");
        Text($"-{-1}").ShouldBe("--1");
        Text($"{1}.real").ShouldBe("(1).real");
        Text($"lambda row: {Choice}").ShouldBe("lambda row: a if c else b");
        Text($"{Choice} if {Choice} else {Choice}")
            .ShouldBe("(a if c else b) if (a if c else b) else a if c else b");
        Text($"[{Sum} for x in {Choice} if {Choice}]")
            .ShouldBe("[a + b for x in (a if c else b) if (a if c else b)]");
        Text($"({Py.Expr($"1, 2")})").ShouldBe("(1, 2)");
        Text($"f({Py.Expr($"1, 2")})").ShouldBe("f((1, 2))");
        Text($"sum({Py.Expr($"x for x in y")})").ShouldBe("sum(x for x in y)");
        Text($"{Py.Expr($"a < b")} < c").ShouldBe("(a < b) < c");
        Text($"not {Py.Expr($"a and b")}").ShouldBe("not (a and b)");
        Text($"{Py.Expr($"lambda: 0")} or 1").ShouldBe("(lambda: 0) or 1");
    }

    [Fact]
    public void Arguments_that_are_no_identifiers_go_into_a_dict()
    {
        var arguments = new PyArguments
        {
            { "sep", ";" },
            { "a b", 1 },
            { "class", 2.5 },
            Table,
        };
        Text($"f({arguments})").ShouldBe("""f(table, sep=";", **{"a b": 1, "class": 2.5})""");
        Text($"f(x, {new PyArguments()})").ShouldBe("f(x)");
        Text($"f({new PyArguments()}, x)").ShouldBe("f(x)");
        Text($"f({new PyArguments()})").ShouldBe("f()");
    }

    [Fact]
    public void A_hole_where_no_operand_can_stand_is_refused()
    {
        Should.Throw<FormatException>(() => Text($"f {Table}"));
        Should.Throw<FormatException>(() => Text($"{Table} {Table}"));
        Should.Throw<FormatException>(() => Text($"x.{1}"));
        Should.Throw<FormatException>(() => Text($"'a{Table}b'"));
        Should.Throw<FormatException>(() => Text($"f(x"));
        Should.Throw<FormatException>(() => Text($"x = 1; y"));
    }
}

using CsCheck;
using K2P.Python;
using K2P.Tests.Support;

namespace K2P.Tests.Python;

public class PyTextTests
{
    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.String[0, 40],
        Gen.String[Gen.Char["\"'\\\n\r\t #a\0\u202e\u2028\u0085\ud83d\udc00\f\v\u001c"], 0, 15],
        Gen.OneOf(
            Gen.Const("\"\"\"\nimport os\n\"\"\""),
            Gen.Const("x\nimport os"),
            Gen.Const("x\rimport os\u2028import os"),
            Gen.Const("ends with \\"),
            Gen.Const("\\\"\"\""),
            Gen.Const("   \n   deep\n  less\n\n"),
            Gen.Const("coding: latin-1"),
            Gen.Const("fmt: off"),
            Gen.Const("!shebang")
        )
    );

    [Fact]
    public void No_text_can_end_the_comment_or_docstring_that_holds_it()
    {
        var pcg = new PCG(3, 3);
        var texts = Enumerable
            .Range(0, 400)
            .Select(_ => Text.Generate(pcg, null, out var size))
            .ToList();
        var sources = texts
            .Select(t =>
                PyWriter
                    .Print(
                        new PyModule(
                            t,
                            [
                                Py.Comment(t),
                                Py.Def(
                                    new("f"),
                                    [],
                                    [Py.Comment(t), Py.Blank, Py.Comment(t), Py.Return($"1")],
                                    t
                                ),
                            ],
                            []
                        )
                    )
                    .Text
            )
            .ToList();
        RealPython.Require();
        var shapes = RealPython.Run<List<string>, List<string>>(
            """
            import ast, json, sys

            def shape(source):
                tree = ast.parse(source)
                function = tree.body[-1]
                kinds = [type(node).__name__ for node in tree.body + function.body]
                return " ".join(kinds)

            print(json.dumps([shape(source) for source in json.load(sys.stdin)]))
            """,
            sources
        );
        shapes.ShouldAllBe(s => s == "Expr ImportFrom FunctionDef Expr Return");
        sources.ShouldAllBe(s =>
            s.EnumerateRunes().All(r => r.Value == '\n' || PyText.IsVisible(r.Value))
        );
        var formatted = RealPython.Black(sources);
        for (var i = 0; i < sources.Count; i++)
        {
            sources[i].ShouldBe(formatted[i]);
        }
    }
}

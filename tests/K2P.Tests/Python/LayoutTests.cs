using CsCheck;
using K2P.Python;
using K2P.Tests.Support;

namespace K2P.Tests.Python;

public class LayoutTests
{
    private static readonly int Cases = int.Parse(
        Environment.GetEnvironmentVariable("K2P_CASES") ?? "300"
    );

    private static List<T> Samples<T>(Gen<T> gen, int count, uint seed = 7)
    {
        var pcg = new PCG(seed, seed);
        return [.. Enumerable.Range(0, count).Select(_ => gen.Generate(pcg, null, out var size))];
    }

    [Fact]
    public void Black_leaves_every_printed_statement_as_it_is()
    {
        var sources = Samples(RandomPython.Simple, Cases)
            .Select(s => "from __future__ import annotations\n\n" + PyWriter.Print([s]))
            .ToList();
        Unchanged(sources);
    }

    [Fact]
    public void Black_leaves_every_printed_module_as_it_is()
    {
        var sources = Samples(RandomPython.Module, Cases / 10)
            .Select(m => PyWriter.Print(m).Text)
            .ToList();
        Unchanged(sources);
    }

    [Fact]
    public void The_parentheses_of_holes_keep_the_meaning()
    {
        RealPython.Require();
        var samples = Samples(RandomPython.Expression, Cases);
        var pairs = samples.Select(s =>
            new[] { PyWriter.Print([Py.Assign(new PyName("x"), s.Expression)]), $"x = ({s})\n" }
        );
        var wrong = RealPython.Run<List<string[]>, List<string>>(
            """
            import ast, json, sys
            sys.setrecursionlimit(10000)

            class Flat(ast.NodeTransformer):
                # (a and b) and c is a and b and c.

                def visit_BoolOp(self, node):
                    self.generic_visit(node)
                    first = node.values[0]
                    if isinstance(first, ast.BoolOp) and type(first.op) is type(node.op):
                        node.values = first.values + node.values[1:]
                    return node

            def dump(source):
                return ast.dump(Flat().visit(ast.parse(source)))

            def same(ours, theirs):
                try:
                    return dump(ours) == dump(theirs)
                except SyntaxError as error:
                    return False

            print(json.dumps([ours + theirs for ours, theirs in json.load(sys.stdin) if not same(ours, theirs)]))
            """,
            [.. pairs]
        );
        wrong.OrderBy(w => w.Length).FirstOrDefault().ShouldBeNull();
    }

    private static void Unchanged(List<string> sources)
    {
        var formatted = RealPython.Black(sources);
        var wrong = sources
            .Zip(formatted)
            .Where(p => p.First != p.Second)
            .OrderBy(p => p.First.Length)
            .ToList();
        if (wrong.Count > 0)
        {
            Assert.Fail(
                $"{wrong.Count} of {sources.Count} differ.\n{Difference(wrong[0].First, wrong[0].Second)}"
            );
        }
    }

    /// <summary>The first lines that differ, with a few before them.</summary>
    private static string Difference(string ours, string blacks)
    {
        var (left, right) = (ours.Split('\n'), blacks.Split('\n'));
        var at = left.Zip(right).TakeWhile(p => p.First == p.Second).Count();
        var from = Math.Max(0, at - 8);
        string Part(string[] lines) => string.Join('\n', lines.Skip(from).Take(20));
        return $"ours, from line {from + 1}:\n{Part(left)}\nblack's:\n{Part(right)}";
    }
}

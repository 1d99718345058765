using K2P.Python;
using K2P.Tests.Support;

namespace K2P.Tests.Python;

public class LayoutCaseTests
{
    private const string Long =
        "a text that is so long that nothing else fits on the line beside it, whatever it is";

    private static readonly PyName Table = new("table");

    private static readonly PyStatement[] Statements =
    [
        Py.Do($"return"),
        Py.Do($"yield {Table}, {1}"),
        Py.Do($"x: int = {3}"),
        Py.Do(
            $"x: dict[str, pd.DataFrame] = {{{Long}: {Table}.groupby('a'), 'b': {Table}.groupby('b')}}"
        ),
        Py.Do($"global a, b"),
        Py.Do($"import os.path, sys as system"),
        Py.Do($"from .. import x"),
        Py.Do($"from pandas.api.types import is_numeric_dtype as numeric, is_string_dtype"),
        Py.Do($"del (a, b)"),
        Py.Do($"del (a), (b)"),
        Py.Do($"assert (yes), (no)"),
        Py.Do($"raise ValueError({Long}) from error"),
        Py.Do($"raise KeyError"),
        Py.Do($"print(*args, sep='', **{{'a': 1}})"),
        Py.Do($"a = b = ({Table})"),
        Py.Do($"a = ((({Table} + 1)))"),
        Py.Do($"a = ({Table},)"),
        Py.Do($"a = {Table},"),
        Py.Do($"a, = {Table}"),
        Py.Do($"(a, b), *c = {Table}"),
        Py.Do($"a = ()"),
        Py.Do($"a = (x for x in {Table})"),
        Py.Do($"a = [*x, *{Table}]"),
        Py.Do($"a = {{**x, 'b': 1}}"),
        Py.Do($"a = x if not y else -z"),
        Py.Do($"a = -x ** -y ** -z.w"),
        Py.Do($"a = x[-1] ** 2 + y.z ** 2.5 + f(x) ** 2 + -5 ** f['x']"),
        Py.Do($"a = x[1:2, ::3, :, a.b:c, lambda: 0 : 1]"),
        Py.Do($"a = x[fn(1):, : len(x) - 1, a:b:c]"),
        Py.Do($"a = lambda *, x=1, **k: (x, k)"),
        Py.Do($"a = lambda: 0"),
        Py.Do($"a = (y := f(x))"),
        Py.Do($"a = 'x' 'y' f'{{z}}'"),
        Py.Do($"a = 0XFF + 1E5 + 1J + 0B1"),
        Py.Do($"f(a)(b)[c](d=1,)"),
        Py.Do($"f(a, b,)"),
        Py.Do($"x[a,]"),
        Py.Do($"a = [1,]"),
        Py.Do($"a + {Long}"),
        Py.Do($"a and {Long} and {Long}"),
        Py.Do($"{Table}[{Long}] = {Table}[{Long}].astype('Int64')"),
        Py.Do($"{Table}[{Long}] = {Long}"),
        Py.Do(
            $"result = {Table}[(({Table}['a'] >= 1) & ({Table}['b'] < 2)) | {Table}['some other column'].isna()]"
        ),
        Py.Do(
            $"result = {Table}[{Table}['a'].notna() & {Table}['b'].str.contains({"[a-z]+"}, regex=True, na=False)].copy()"
        ),
        Py.Do($"result = {Table}.assign(**{{{Long}: lambda t: t['a'] + t['b'], 'x': 1}})"),
        Py.Do(
            $"result = {Table}.merge(other, how='left', left_on=['a', 'b'], right_on=['c', 'd'], suffixes=('', ' (#1)'))"
        ),
        Py.Do(
            $"result = pd.concat([{Table}, other.rename(columns={{'a': 'b'}})], ignore_index=True).reset_index(drop=True)"
        ),
        Py.Do(
            $"result = {Table}.iloc[:, [i for i, name in enumerate({Table}.columns) if name not in dropped_columns]]"
        ),
        Py.Do(
            $"result = np.where({Table}['a'] > 0, {Table}['a'], np.where({Table}['b'] > 0, {Table}['b'], np.nan))"
        ),
        Py.Do(
            $"result[{Long}] = result['a'].map({{'one': 1, 'two': 2, 'three': 3, 'four': 4, 'five': 5}})"
        ),
        Py.Return(
            $"{Table}.rename(columns={{'a': 'b'}}), {Table}['a'].to_dict(), {Long}, {Table}, {Table}"
        ),
        Py.Return($"not ({Table})"),
        Py.Return($"({Table}.a.b.c)"),
        Py.If(
            $"({Table}.empty)",
            [Py.Pass],
            [Py.If($"(y := {Long} + {Long})", [Py.Pass], [Py.Break])]
        ),
        Py.If(
            $"{Table}['column'].isna().any() and not {Table}['other column'].isna().all() or force",
            [Py.Pass]
        ),
        Py.For($"(i, row) in ({Table}.iterrows())", [Py.Continue]),
        Py.For(
            $"name, group in {Table}.groupby(['first column', 'second column', 'third column'], sort=False)",
            [Py.Pass]
        ),
        Py.While($"(True)", [Py.Break]),
        Py.With($"(open({Long})) as f, open('x') as g", [Py.Pass]),
        Py.With($"lock", [Py.Pass]),
        Py.Try(
            [Py.Pass],
            Py.Except($"(ValueError, KeyError)", [Py.Pass]),
            Py.Except($"(OSError) as e", [Py.Comment("")]),
            Py.Finally([Py.Pass])
        ),
        Py.Def(
            new("f"),
            [],
            [Py.Def(new("g"), [new(Table)], [Py.Return($"1")]), Py.Blank, Py.Blank, Py.Return($"g")]
        ),
        Py.Def(
            new("a_function_with_a_very_long_name_that_does_not_fit_beside_its_result"),
            [],
            [],
            null,
            Py.Expr($"tuple[int, str]")
        ),
        Py.Def(
            new("a_function_with_a_very_long_name_that_does_not_fit"),
            [new(Table, Py.Expr($"pd.DataFrame"), Py.None)],
            [],
            "Doc."
        ),
    ];

    [Fact]
    public void Black_leaves_statements_of_every_kind_as_they_are()
    {
        RealPython.Require("black");
        var sources = Statements
            .Select(s => "from __future__ import annotations\n\n" + PyWriter.Print([s]))
            .ToList();
        var formatted = RealPython.Black(sources);
        // Black may want more empty lines before a function that comes first.
        var wrong = sources
            .Zip(
                formatted,
                (ours, blacks) =>
                    (ours, blacks.Replace("annotations\n\n\ndef", "annotations\n\ndef"))
            )
            .Where(p => p.ours != p.Item2)
            .Select(p => $"ours:\n{p.ours}\nblack's:\n{p.Item2}");
        string.Join('\n', wrong).ShouldBeEmpty();
    }

    [Fact]
    public void Comments_and_empty_lines_around_functions_are_as_black_wants_them()
    {
        var function = Py.Def(
            new("f"),
            [],
            [Py.Comment("first"), Py.Pass, Py.Blank, Py.Comment("last")]
        );
        var module = new PyModule(
            null,
            [
                Py.Comment("above"),
                function,
                Py.Comment("one"),
                Py.Comment("two"),
                function,
                Py.Blank,
                Py.Comment("apart"),
                Py.Blank,
                function,
                Py.Assign(Table, $"1"),
                Py.Comment("constant"),
                Py.If($"x", [function, Py.Comment("inner"), function], [Py.Blank, function]),
                function,
            ],
            [Py.Blank, Py.Comment("run"), function, Py.Do($"f()"), Py.Blank]
        );
        var text = PyWriter.Print(module).Text;
        RealPython.Black([text]).ShouldBe([text]);
    }
}

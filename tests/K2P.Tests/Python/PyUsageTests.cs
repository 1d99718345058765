using K2P.Python;
using K2P.Tests.Support;

namespace K2P.Tests.Python;

public class PyUsageTests
{
    private static readonly PyName Table = new("table");

    private static string[] Imports(params PyStatement[] statements) =>
        [.. PyImport.Block(PyUsage.Of(statements).Imports).Where(l => l.Length > 0)];

    [Fact]
    public void A_name_of_a_module_in_a_template_brings_its_import()
    {
        Imports(Py.Do($"f(np.nan, Path(os.sep), dt.date(1, 2, 3), pd.api.types)"))
            .ShouldBe([
                "import datetime as dt",
                "import os",
                "from pathlib import Path",
                "import numpy as np",
                "import pandas as pd",
            ]);
        Imports(Py.Do($"f'{{math.pi:>{{json.x}}}} {{{{re}}}}'"))
            .ShouldBe(["import json", "import math"]);
    }

    [Fact]
    public void A_name_that_is_something_else_brings_no_import()
    {
        Imports(Py.Do($"x.re(re=1, io=x['json'])")).ShouldBeEmpty();
        Imports(Py.Do($"[math for math, re in x]")).ShouldBeEmpty();
        Imports(Py.Do($"f(lambda re, *io, json=1: re + io + json)")).ShouldBeEmpty();
        Imports(Py.For($"math, re in x", [Py.Do($"f(math, re)")])).ShouldBeEmpty();
        Imports(Py.With($"open(x) as io", [Py.Do($"io.read()")])).ShouldBeEmpty();
        Imports(Py.Do($"re = 1"), Py.Do($"f(re)")).ShouldBeEmpty();
        Imports(Py.Do($"{Table}.f({"re.math"})")).ShouldBeEmpty();
        Imports(Py.Def(new("f"), [new(new("re"))], [Py.Return($"re + {new PyName("math")}")]))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Types_and_defaults_of_parameters_bring_imports()
    {
        var function = Py.Def(
            new("f"),
            [new(Table, Py.Expr($"pd.DataFrame"), Py.Expr($"np.nan"))],
            [Py.Return($"{Table}")],
            returns: Py.Expr($"Path")
        );
        Imports(function)
            .ShouldBe(["from pathlib import Path", "import numpy as np", "import pandas as pd"]);
    }

    [Fact]
    public void Imports_are_sorted_and_members_of_one_module_joined()
    {
        PyImport
            .Block([
                new("pandas", null, "pd"),
                new("pathlib", "Path"),
                new("collections", "deque"),
                new("collections", "Counter"),
                new("re"),
                new("sklearn.ensemble", "RandomForestClassifier"),
                new("sklearn.ensemble", "RandomForestRegressor"),
                new("sklearn.ensemble", "GradientBoostingClassifier"),
            ])
            .ShouldBe([
                "import re",
                "from collections import Counter, deque",
                "from pathlib import Path",
                "",
                "import pandas as pd",
                "from sklearn.ensemble import (",
                "    GradientBoostingClassifier,",
                "    RandomForestClassifier,",
                "    RandomForestRegressor,",
                ")",
            ]);
    }

    [Fact]
    public void A_helper_brings_its_helpers_and_imports_once()
    {
        foreach (var name in PyRuntime.Names)
        {
            var usage = PyUsage.Of([Py.Do(new PyExpression([new(PyTokenKind.Name, name)]))]);
            usage.Helpers.Count(h => h.Name == name).ShouldBe(1);
            usage.Helpers.Select(h => h.Name).ShouldBeUnique();
        }
    }

    [Fact]
    public void Of_modules_of_one_package_a_helper_brings_those_that_it_spells_out()
    {
        var file = """
            import urllib.parse
            import urllib.request


            def plain(path):
                return urllib.parse.unquote(path)


            def loaded(url):
                return urllib.request.urlopen(url)
            """;
        PyRuntimeFile
            .Read(file, 0)
            .Select(item => item.ImportsOf("urllib").ShouldHaveSingleItem().Module)
            .ShouldBe(["urllib.parse", "urllib.request"]);
        Imports(Py.Do($"read_bytes(x)")).ShouldContain("import urllib.request");
    }

    [Fact]
    public void A_script_with_any_one_helper_is_complete_and_laid_out()
    {
        var all = PyWriter.Print(new PyModule("All.", [], [.. PyRuntime.Names.Select(Use)])).Text;
        var scripts = PyRuntime
            .Names.Select(n => PyWriter.Print(new PyModule("One.", [], [Use(n)])).Text)
            .Append(all);
        RealPython.Pyflakes([.. scripts]).ShouldAllBe(m => m.Length == 0);
        RealPython.Black([all]).ShouldBe([all]);
    }

    private static PyStatement Use(string name) =>
        Py.Do(new PyExpression([new(PyTokenKind.Name, name)]));

    [Fact]
    public void A_runtime_file_is_cut_into_its_top_level_items()
    {
        var items = PyRuntimeFile
            .Read(
                """"
                """A file."""
                from __future__ import annotations

                import re
                from typing import (
                    Any,
                    Optional,
                )

                # How long.
                LIMIT = 3
                TABLE = {
                    "a": LIMIT,
                }


                @staticmethod
                def one(x: Any) -> str:
                    """Doc

                def not_a_function():
                    """
                    return f"{two(x):>{LIMIT}} {{three}}" + re.escape(x.four)


                class Two:
                    pass

                """",
                5
            )
            .ToList();
        items
            .Select(i => (i.Name, i.Order, i.IsConstant))
            .ShouldBe([
                ("LIMIT", 5, true),
                ("TABLE", 6, true),
                ("one", 7, false),
                ("Two", 8, false),
            ]);
        items[0].Text.ShouldBe("# How long.\nLIMIT = 3");
        items[2].Text.ShouldStartWith("@staticmethod\ndef one");
        items[2].Uses.ShouldContain("two");
        items[2].Uses.ShouldContain("LIMIT");
        items[2].Uses.ShouldNotContain("three");
        items[2].Uses.ShouldNotContain("four");
        items[2].FileImports.ShouldBe([new("re"), new("typing", "Any"), new("typing", "Optional")]);
    }
}

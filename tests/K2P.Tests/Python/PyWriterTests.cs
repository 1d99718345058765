using K2P.Python;

namespace K2P.Tests.Python;

public class PyWriterTests
{
    [Fact]
    public void A_module_has_its_imports_functions_and_main()
    {
        var table = new PyName("table");
        var frame = Py.Expr($"pd.DataFrame");
        var function = Py.Def(
            new PyName("keep_5"),
            [
                new(table, frame),
                new(new PyName("n"), Py.Expr($"int"), PyExpression.Literal(3), KeywordOnly: true),
            ],
            [
                Py.If(
                    $"{table}.empty",
                    [Py.Return($"{table}")],
                    [Py.If($"n > 2", [Py.Raise($"ValueError({"no"})")])]
                ),
                Py.Return($"{table}[np.arange(n)].re(io=math.pi)"),
            ],
            "Keep rows.",
            frame
        );
        var printed = PyWriter.Print(new PyModule("Doc.", [function], [Py.Do($"keep_5(None)")]));
        printed.Text.ShouldBe(
            """"
            """Doc."""
            from __future__ import annotations

            import math

            import numpy as np
            import pandas as pd


            def keep_5(table: pd.DataFrame, *, n: int = 3) -> pd.DataFrame:
                """Keep rows."""
                if table.empty:
                    return table
                elif n > 2:
                    raise ValueError("no")
                return table[np.arange(n)].re(io=math.pi)


            if __name__ == "__main__":
                keep_5(None)

            """"
        );
        printed.Functions.ShouldBe([new(new PyName("keep_5"), 10, 16)]);
        printed.Usage.Requirements.ShouldBe(["numpy", "pandas>=1.5"]);
    }
}

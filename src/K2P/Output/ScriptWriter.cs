using K2P.Nodes;
using K2P.Python;

namespace K2P.Output;

/// <summary>Writes a script as a Python module.</summary>
internal static class ScriptWriter
{
    /// <summary>The printed module with the lines of its functions and what it imports.</summary>
    public static PyPrinted Print(Script script, string workflow, string baseName) =>
        PyWriter.Print(
            new PyModule(
                Docstring(script, workflow, baseName),
                [.. script.Functions.Select(Definition), Main(script)],
                Run(script)
            )
        );

    /// <summary>The statement that defines a function.</summary>
    public static PyStatement Definition(ScriptFunction function) =>
        Py.Def(
            function.Name,
            [
                .. function.Positional,
                .. function.Keywords.Select(keyword => new PyParameter(
                    keyword.Name,
                    keyword.Annotation,
                    keyword.Default,
                    KeywordOnly: true
                )),
            ],
            function.Body,
            function.Docstring,
            function.Returns
        );

    private static PyStatement Main(Script script)
    {
        var folder = Py.Expr($"Path");
        var here = Py.Expr($"Path('.')");
        IReadOnlyList<PyStatement> body = [.. script.Steps.SelectMany(step => step.Statements)];
        return Py.Def(
            new PyName("main"),
            [
                new PyParameter(new PyName("data_dir"), folder, here),
                new PyParameter(new PyName("out_dir"), folder, here),
                .. script.Variables.Select(variable => new PyParameter(
                    variable.Name,
                    variable.Annotation,
                    variable.Default,
                    KeywordOnly: true
                )),
            ],
            body,
            "Run the workflow.",
            Py.None
        );
    }

    private static IReadOnlyList<PyStatement> Run(Script script)
    {
        var parser = new PyName("parser");
        var options = new PyName("options");
        var arguments = new PyArguments
        {
            Py.Expr($"{options}.data_dir"),
            Py.Expr($"{options}.out_dir"),
        };
        foreach (var variable in script.Variables)
        {
            arguments.Add(variable.Name.Text, Py.Expr($"{options}.{variable.Name}"));
        }
        return
        [
            Py.Assign(parser, $"argparse.ArgumentParser(description=__doc__.splitlines()[0])"),
            Py.Do($"{parser}.add_argument('--data-dir', type=Path, default=Path('.'))"),
            Py.Do($"{parser}.add_argument('--out-dir', type=Path, default=Path('.'))"),
            .. script.Variables.Select(variable => Option(parser, variable)),
            Py.Assign(options, $"{parser}.parse_args()"),
            Py.Do($"main({arguments})"),
        ];
    }

    private static PyStatement Option(PyName parser, KeywordParameter variable)
    {
        var arguments = new PyArguments
        {
            PyExpression.Literal($"--{variable.Name.Text.Replace('_', '-')}"),
        };
        if (variable.Annotation.ToString() == "bool")
        {
            arguments.Add("action", Py.Expr($"argparse.BooleanOptionalAction"));
        }
        else if (variable.Annotation.ToString() != "str")
        {
            arguments.Add("type", variable.Annotation);
        }
        arguments.Add("default", variable.Default!);
        arguments.Add(
            "help",
            (variable.Label ?? $"flow variable {variable.Variable!.Name}").Replace(
                "%",
                "%%",
                StringComparison.Ordinal
            )
        );
        return Py.Do($"{parser}.add_argument({arguments})");
    }

    private static string Docstring(Script script, string workflow, string baseName)
    {
        var counts = Enum.GetValues<NodeStatus>()
            .Select(status =>
                (status, count: script.Nodes.Count(node => node.Translation.Status == status))
            )
            .Where(pair => pair.count > 0)
            .Select(pair => $"{pair.count} {ReportWriter.Word(pair.status)}");
        var nodes = script.Nodes.Count == 1 ? "1 node" : $"{script.Nodes.Count} nodes";
        return $"""
            {workflow}, converted from the KNIME workflow of that name by k2p {ProductVersion.Short}.

            {nodes}: {string.Join(", ", counts)}. Details: {baseName}__report.json
            Run: python {baseName}__{script.Id}_workbook.py --data-dir DIR [--out-dir DIR]
            """.ReplaceLineEndings("\n");
    }
}

using K2P.Python.Layout;

namespace K2P.Python;

/// <summary>Prints a script, laid out as black lays it out.</summary>
internal sealed class PyWriter
{
    public const int LineLength = 88;

    private readonly Page page = new();
    private readonly List<(PyName Name, int First, int Last)> functions = [];
    private int wanted;

    private PyWriter() { }

    /// <summary>A whole script: docstring, imports, body, helpers, main.</summary>
    public static PyPrinted Print(PyModule module)
    {
        var usage = PyUsage.Of([.. module.Body, .. module.Main]);
        var writer = new PyWriter();
        if (module.Docstring is not null)
        {
            writer.Add(PageBlockKind.Code, 0, PyText.Docstring(module.Docstring, 0));
        }
        writer.Imports(usage);
        writer.Statements(module.Body, 0);
        writer.Helpers(usage);
        if (module.Main.Count > 0)
        {
            writer.wanted = 2;
            writer.Add(PageBlockKind.Header, 0, ["if __name__ == \"__main__\":"]);
            writer.Body(module.Main, 1);
        }
        return new(writer.page.Text, writer.FunctionLines(), usage);
    }

    /// <summary>Statements alone, as a notebook's cell holds them.</summary>
    public static string Print(IEnumerable<PyStatement> statements)
    {
        var writer = new PyWriter();
        writer.Statements([.. statements], 0);
        return writer.page.Text;
    }

    /// <summary>The imports alone, as a notebook's first cell holds them.</summary>
    public static string PrintImports(PyUsage usage)
    {
        var writer = new PyWriter();
        writer.Imports(usage);
        return writer.page.Text;
    }

    /// <summary>The helpers alone, as a notebook's cell holds them; empty when there are none.</summary>
    public static string PrintHelpers(PyUsage usage)
    {
        var writer = new PyWriter();
        writer.Helpers(usage);
        return writer.page.Text;
    }

    private void Imports(PyUsage usage)
    {
        Add(PageBlockKind.Import, 0, ["from __future__ import annotations"]);
        wanted = 1;
        var block = PyImport.Block(usage.Imports);
        if (block.Count > 0)
        {
            Add(PageBlockKind.Import, 0, block);
        }
    }

    private void Helpers(PyUsage usage)
    {
        var afterConstant = false;
        foreach (var helper in usage.Helpers)
        {
            wanted = afterConstant && helper.IsConstant ? 0 : 2;
            Add(
                helper.IsConstant ? PageBlockKind.Code : PageBlockKind.WholeDefinition,
                0,
                helper.Text.Split('\n')
            );
            afterConstant = helper.IsConstant;
        }
    }

    private void Add(PageBlockKind kind, int depth, IReadOnlyList<string> lines)
    {
        page.Add(kind, depth, lines, wanted);
        wanted = 0;
    }

    private void Statements(IReadOnlyList<PyStatement> statements, int depth)
    {
        foreach (var statement in statements)
        {
            Statement(statement, depth);
        }
        wanted = 0;
    }

    /// <summary>Statements that need at least one that does something.</summary>
    private void Body(IReadOnlyList<PyStatement> statements, int depth)
    {
        var isEmpty = statements.All(s => s is PyStatement.Comment or PyStatement.Blank);
        Statements(isEmpty ? [.. statements, Py.Pass] : statements, depth);
    }

    private void Statement(PyStatement statement, int depth)
    {
        switch (statement)
        {
            case PyStatement.Simple simple:
                var isImport = simple.Tokens[0].Is("import") || simple.Tokens[0].Is("from");
                Add(
                    isImport ? PageBlockKind.Import : PageBlockKind.Code,
                    depth,
                    PyLine.Print(simple.Tokens, depth)
                );
                break;
            case PyStatement.Compound compound:
                foreach (var (header, body) in compound.Clauses)
                {
                    var clause = header[0].Text is "elif" or "else" or "except" or "finally";
                    Add(
                        clause ? PageBlockKind.Clause : PageBlockKind.Header,
                        depth,
                        PyLine.Print(header, depth)
                    );
                    Body(body, depth + 1);
                }
                break;
            case PyStatement.Function function:
                Function(function, depth);
                break;
            case PyStatement.Comment comment:
                foreach (var line in PyText.Comment(comment.Text, depth))
                {
                    Add(PageBlockKind.Comment, depth, [line]);
                }
                break;
            case PyStatement.Blank:
                wanted++;
                break;
        }
    }

    private void Function(PyStatement.Function function, int depth)
    {
        var first = page.Count;
        Add(PageBlockKind.Definition, depth, PyLine.Print(PyHeader.Of(function), depth));
        if (function.Docstring is not null)
        {
            Add(PageBlockKind.Code, depth + 1, PyText.Docstring(function.Docstring, depth + 1));
            Statements(function.Body, depth + 1);
        }
        else
        {
            Body(function.Body, depth + 1);
        }
        functions.Add((function.Name, first, page.Count - 1));
    }

    private List<PyFunctionLines> FunctionLines()
    {
        var positions = page.Positions();
        return
        [
            .. functions.Select(f => new PyFunctionLines(
                f.Name,
                positions[f.First].First,
                positions[f.Last].Last
            )),
        ];
    }
}

namespace K2P.Python;

/// <summary>Prints a script, laid out as black lays it out.</summary>
internal sealed class PyWriter
{
    public const int LineLength = 88;

    private readonly List<string> lines = [];
    private readonly List<PyFunctionLines> functions = [];

    private PyWriter() { }

    /// <summary>A whole script: docstring, imports, body, helpers, main.</summary>
    public static PyPrinted Print(PyModule module)
    {
        var usage = PyUsage.Of([.. module.Body, .. module.Main]);
        var writer = new PyWriter();
        if (module.Docstring is not null)
        {
            writer.Docstring(module.Docstring, 0);
        }
        writer.lines.AddRange(ImportLines(usage));
        writer.Statements(module.Body, 0);
        foreach (var helper in usage.Helpers)
        {
            writer.Gap(2);
            writer.lines.AddRange(helper.Text.Split('\n'));
        }
        if (module.Main.Count > 0)
        {
            writer.Gap(2);
            writer.lines.Add("if __name__ == \"__main__\":");
            writer.Statements(module.Main, 1);
        }
        return new(Text(writer.lines), writer.functions, usage);
    }

    /// <summary>Statements alone, as a notebook's cell holds them.</summary>
    public static string Print(IEnumerable<PyStatement> statements)
    {
        var writer = new PyWriter();
        writer.Statements([.. statements], 0);
        return Text(writer.lines);
    }

    /// <summary>The import lines of a script or of a notebook's first cell.</summary>
    public static IReadOnlyList<string> ImportLines(PyUsage usage)
    {
        var block = PyImport.Block(usage.Imports);
        return block.Count == 0
            ? ["from __future__ import annotations"]
            : ["from __future__ import annotations", "", .. block];
    }

    /// <summary>The helpers' source, as a notebook's cell holds it; empty when there are none.</summary>
    public static string Helpers(PyUsage usage) =>
        string.Join("\n\n\n", usage.Helpers.Select(h => h.Text));

    private static string Text(List<string> lines) =>
        lines.Count == 0 ? "" : string.Join('\n', lines) + "\n";

    private void Gap(int count)
    {
        for (; lines.Count > 0 && count > 0; count--)
        {
            lines.Add("");
        }
    }

    private void Statements(IReadOnlyList<PyStatement> statements, int depth)
    {
        var start = lines.Count;
        for (var i = 0; i < statements.Count; i++)
        {
            var previous = i > 0 ? statements[i - 1] : null;
            if (statements[i] is PyStatement.Function || previous is PyStatement.Function)
            {
                if (lines.Count > start || depth == 0)
                {
                    Gap(depth == 0 ? 2 : 1);
                }
            }
            Statement(statements[i], depth);
        }
    }

    private void Statement(PyStatement statement, int depth)
    {
        var indent = new string(' ', 4 * depth);
        switch (statement)
        {
            case PyStatement.Simple simple:
                lines.Add(indent + PyLine.OneLine(simple.Tokens));
                break;
            case PyStatement.Compound compound:
                foreach (var clause in compound.Clauses)
                {
                    lines.Add(indent + PyLine.OneLine(clause.Header));
                    Statements(clause.Body, depth + 1);
                }
                break;
            case PyStatement.Function function:
                Function(function, depth);
                break;
            case PyStatement.Comment comment:
                lines.AddRange(PyText.Lines(comment.Text).Select(l => $"{indent}# {l}".TrimEnd()));
                break;
            case PyStatement.Blank:
                lines.Add("");
                break;
        }
    }

    private void Function(PyStatement.Function function, int depth)
    {
        var first = lines.Count + 1;
        var indent = new string(' ', 4 * depth);
        lines.Add(indent + PyLine.OneLine(PyHeader.Of(function)));
        if (function.Docstring is not null)
        {
            Docstring(function.Docstring, depth + 1);
        }
        Statements(function.Body, depth + 1);
        functions.Add(new(function.Name, first, lines.Count));
    }

    private void Docstring(string text, int depth)
    {
        var indent = new string(' ', 4 * depth);
        var body = PyText
            .Lines(text.Trim())
            .Select(l => l.Replace("\\", "\\\\").Replace("\"\"\"", "\\\"\\\"\\\""))
            .ToList();
        if (body.Count == 1)
        {
            lines.Add($"{indent}\"\"\"{body[0]}{(body[0].EndsWith('"') ? " " : "")}\"\"\"");
            return;
        }
        lines.Add($"{indent}\"\"\"{body[0]}");
        lines.AddRange(body.Skip(1).Select(l => l.Length == 0 ? "" : indent + l));
        lines.Add($"{indent}\"\"\"");
    }
}

using System.Globalization;
using System.Text.Json;
using K2P.Python;

namespace K2P.Output;

/// <summary>Writes a script as a notebook (nbformat 4.5): the functions of a step and its call stand in one cell.</summary>
internal static class NotebookWriter
{
    public static byte[] Write(GraphOutput graph, string workflow)
    {
        return JsonFile.Write(
            json =>
            {
                json.WriteStartObject();
                json.WriteStartArray("cells");
                var number = 0;
                foreach (var (isCode, text) in Cells(graph.Script, workflow))
                {
                    WriteCell(
                        json,
                        isCode,
                        text,
                        $"cell-{number++.ToString("0000", CultureInfo.InvariantCulture)}"
                    );
                }
                json.WriteEndArray();
                WriteMetadata(json);
                json.WriteEndObject();
            },
            indent: 1
        );
    }

    private static IEnumerable<(bool IsCode, string Text)> Cells(Script script, string workflow)
    {
        List<PyStatement> functions = [.. script.Functions.Select(ScriptWriter.Definition)];
        List<PyStatement> folders =
        [
            Py.Assign(new PyName("data_dir"), $"Path('.')"),
            Py.Assign(new PyName("out_dir"), $"Path('.')"),
            .. script.Variables.Select(variable => Py.Assign(variable.Name, variable.Default!)),
        ];
        var usage = PyUsage.Of([.. functions, .. folders]);
        yield return (
            false,
            $"# {Plain(workflow)}\n\nConverted from the KNIME workflow of that name by k2p {ProductVersion.Short}."
        );
        yield return (true, PyWriter.PrintImports(usage) + "\n" + PyWriter.Print(folders));
        if (PyWriter.PrintHelpers(usage) is { Length: > 0 } helpers)
        {
            yield return (true, helpers);
        }
        var next = 0;
        foreach (var step in script.Steps)
        {
            var own = new List<PyStatement>();
            while (next < functions.Count && IsOf(step, script.Functions[next]))
            {
                own.Add(functions[next++]);
            }
            var first = step.Nodes[0];
            var title = first.Annotation is { } annotation
                ? $"{first.Name}: {annotation}"
                : first.Name;
            var place =
                step.Nodes.Count == 1
                    ? $"node {first.Path}"
                    : $"nodes {string.Join(", ", step.Nodes.Select(node => node.Path))}";
            yield return (false, $"### {Plain(title)} ({place})");
            yield return (true, PyWriter.Print([.. own, .. step.Statements]));
        }
    }

    /// <summary>True for the function of a node of the step, or of one inside it.</summary>
    private static bool IsOf(ScriptStep step, ScriptFunction function) =>
        step.Nodes.Any(node =>
            function.Path == node.Path
            || (
                function.Path.StartsWith(node.Path, StringComparison.Ordinal)
                && function.Path[node.Path.Length] == ':'
            )
        );

    /// <summary>Text of the user on one line, with nothing in it that Markdown or HTML would act on.</summary>
    private static string Plain(string text)
    {
        var line = new System.Text.StringBuilder();
        foreach (
            var letter in ReportWriter.Clean(
                string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            )
        )
        {
            if (!char.IsControl(letter))
            {
                line.Append("\\`*_{}[]<>()#+!|&".Contains(letter) ? $"\\{letter}" : letter);
            }
        }
        return line.ToString();
    }

    private static void WriteCell(Utf8JsonWriter json, bool isCode, string text, string id)
    {
        json.WriteStartObject();
        json.WriteString("cell_type", isCode ? "code" : "markdown");
        if (isCode)
        {
            json.WriteNull("execution_count");
        }
        json.WriteString("id", id);
        json.WriteStartObject("metadata");
        json.WriteEndObject();
        if (isCode)
        {
            json.WriteStartArray("outputs");
            json.WriteEndArray();
        }
        json.WriteStartArray("source");
        var lines = text.TrimEnd('\n').Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            json.WriteStringValue(i + 1 < lines.Length ? lines[i] + "\n" : lines[i]);
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteMetadata(Utf8JsonWriter json)
    {
        json.WriteStartObject("metadata");
        json.WriteStartObject("kernelspec");
        json.WriteString("display_name", "Python 3");
        json.WriteString("language", "python");
        json.WriteString("name", "python3");
        json.WriteEndObject();
        json.WriteStartObject("language_info");
        json.WriteString("name", "python");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteNumber("nbformat", 4);
        json.WriteNumber("nbformat_minor", 5);
    }
}

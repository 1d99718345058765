using System.Text;
using K2P.Bundles;
using K2P.Diagnostics;
using K2P.Graph;
using K2P.Nodes;
using K2P.Output;
using K2P.Workflows;

namespace K2P;

/// <summary>KNIME workflow in, Python out. The whole pipeline stands in <see cref="Convert"/>.</summary>
public static class Converter
{
    /// <param name="files">The workflow's files.</param>
    /// <param name="options">What is wanted.</param>
    /// <exception cref="ConversionException">The workflow cannot be converted; the diagnostic is one of the contract's errors.</exception>
    public static Conversion Convert(IBundleFiles files, ConversionOptions options)
    {
        var reader = new WorkflowReader(files);
        var name = options.Name ?? files.Name;
        var workflow = Read(reader, name);
        var root = new Scope(workflow);
        var baseName = SafeName(name);
        var scripts = ConnectedGraphs
            .Of(root)
            .Select((members, i) => ScriptBuilder.Build(root, $"g{i + 1:00}", members))
            .ToList();
        var printed = scripts.ConvertAll(script =>
            ScriptWriter.Print(script, workflow.Name, baseName)
        );
        var conversion = new Conversion(
            workflow,
            [.. scripts.Zip(printed, (script, text) => Output(script, text, baseName, options))],
            [
                .. printed
                    .SelectMany(each => each.Usage.Requirements)
                    .Distinct()
                    .Order(StringComparer.Ordinal),
            ],
            reader.Secrets
        )
        {
            Diagnostics = [.. reader.Diagnostics, .. reader.Secrets.Select(Remark)],
            BaseName = baseName,
        };
        if (options.Strict)
        {
            Refuse(conversion);
        }
        conversion.Files = WriteAll(conversion, options);
        return conversion;
    }

    private static Workflow Read(WorkflowReader reader, string name)
    {
        try
        {
            return reader.Read(name);
        }
        catch (BundleException error)
        {
            throw new ConversionException(Refusals.DiagnosticOf(error.Refusal));
        }
    }

    private static Diagnostic Remark(Secret secret) =>
        DiagnosticKinds.Secret.With(
            $"{(secret.Node.Length == 0 ? "The workflow" : $"Node {secret.Node}")} holds a password in '{secret.Key}', which is not copied; code that needs it should read the environment variable {secret.Environment}."
        );

    private static void Refuse(Conversion conversion)
    {
        if (
            conversion.Diagnostics.FirstOrDefault(each =>
                each.Kind == DiagnosticKinds.MissingSettings
            ) is
            { } missing
        )
        {
            throw new ConversionException(missing);
        }
        var stubs = conversion
            .Nodes.Where(node => node.Translation.Status == NodeStatus.Manual)
            .ToList();
        if (stubs.Count > 0)
        {
            throw new ConversionException(
                DiagnosticKinds.Unsupported.With(
                    $"{stubs.Count} nodes have no translation, the first is {stubs[0].Translation.Node.Name} (node {stubs[0].Translation.Node.Path})."
                )
            );
        }
    }

    private static GraphOutput Output(
        Script script,
        Python.PyPrinted printed,
        string baseName,
        ConversionOptions options
    )
    {
        var stem = $"{baseName}__{script.Id}";
        var lines = new Dictionary<string, (int, int)>(StringComparer.Ordinal);
        foreach (var function in printed.Functions)
        {
            lines[function.Name.Text] = (function.First, function.Last);
        }
        return new GraphOutput(script, baseName, printed.Text, lines)
        {
            ScriptName = options.Script ? $"{stem}_workbook.py" : null,
            NotebookName = options.Notebook ? $"{stem}_workbook.ipynb" : null,
            JsonName = options.GraphJson ? $"{stem}.json" : null,
            DotName = options.GraphDot ? $"{stem}.dot" : null,
        };
    }

    private static IReadOnlyList<OutputFile> WriteAll(
        Conversion conversion,
        ConversionOptions options
    )
    {
        var files = new List<OutputFile>();
        foreach (var graph in conversion.Graphs)
        {
            Add(graph.ScriptName, () => Encoding.UTF8.GetBytes(graph.Text));
            Add(graph.NotebookName, () => NotebookWriter.Write(graph, conversion.Workflow.Name));
            Add(graph.JsonName, () => GraphJsonWriter.Write(graph));
            Add(graph.DotName, () => DotWriter.Write(graph));
        }
        Add($"{conversion.BaseName}__report.json", () => conversion.Report);
        Add(
            "requirements.txt",
            () =>
                Encoding.UTF8.GetBytes(
                    string.Concat(conversion.Requirements.Select(each => each + "\n"))
                )
        );
        return files;

        void Add(string? name, Func<byte[]> write)
        {
            if (name is not null)
            {
                files.Add(new OutputFile(name, write()));
            }
        }
    }

    /// <summary>A name that is a file name on every system: letters, digits, dot, dash and underscore, at most 80 characters.</summary>
    private static string SafeName(string name)
    {
        var safe = new StringBuilder(name.Length);
        foreach (var letter in name)
        {
            safe.Append(char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' ? letter : '_');
        }
        var result = safe.ToString().Trim('.', '_');
        return result.Length == 0 ? "workflow" : result[..Math.Min(80, result.Length)];
    }
}

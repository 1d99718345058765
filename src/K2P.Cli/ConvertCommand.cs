using System.CommandLine;
using K2P.Diagnostics;

namespace K2P.Cli;

/// <summary><c>k2p INPUT --out DIR</c>: converts.</summary>
internal static class ConvertCommand
{
    public static Command Create(ConsoleStreams console)
    {
        var input = CommandLine.Input();
        input.Arity = ArgumentArity.ZeroOrOne;
        var zip = new Option<string>("--in-zip") { Description = "the input, an archive" };
        var output = new Option<string>("--out")
        {
            Description = "the folder to write into",
            Required = true,
        };
        var workbook = new Option<string>("--workbook")
        {
            Description = "py or ipynb alone; both by default",
        };
        workbook.AcceptOnlyFromAmong("py", "ipynb");
        var graph = new Option<string>("--graph")
        {
            Description = "dot or json alone, or off; both by default",
        };
        graph.AcceptOnlyFromAmong("dot", "json", "off");
        var strict = new Option<bool>("--strict")
        {
            Description = "refuse missing settings and nodes without a translation",
        };
        var name = new Option<string>("--name")
        {
            Description = "the name to use instead of the workflow's",
        };
        var command = new Command("convert", "Converts a workflow.")
        {
            input,
            zip,
            output,
            workbook,
            graph,
            strict,
            name,
            CommandLine.LogFormat(),
        };
        command.SetAction(parsed =>
        {
            var sources = new[] { parsed.GetValue(input), parsed.GetValue(zip) }
                .OfType<string>()
                .ToList();
            if (sources.Count != 1)
            {
                return console.Fail(
                    DiagnosticKinds.Usage.With(
                        "Name one input: a path, or --in-zip with an archive."
                    )
                );
            }
            var options = new ConversionOptions
            {
                Script = parsed.GetValue(workbook) is null or "py",
                Notebook = parsed.GetValue(workbook) is null or "ipynb",
                GraphJson = parsed.GetValue(graph) is null or "json",
                GraphDot = parsed.GetValue(graph) is null or "dot",
                Strict = parsed.GetValue(strict),
                Name = parsed.GetValue(name),
            };
            return Run(console, sources[0], parsed.GetValue(output)!, options);
        });
        return command;
    }

    private static int Run(
        ConsoleStreams console,
        string input,
        string output,
        ConversionOptions options
    )
    {
        Conversion conversion;
        using (var files = Inputs.Open(input))
        {
            conversion = Converter.Convert(files, options);
        }
        try
        {
            Directory.CreateDirectory(output);
            foreach (var file in conversion.Files)
            {
                using var stream = File.Create(Path.Join(output, file.Name));
                stream.Write(file.Content.Span);
            }
        }
        catch (Exception error)
            when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return console.Fail(
                DiagnosticKinds.OutputError.With(
                    $"The output cannot be written: {error.Message}"
                ) with
                {
                    Path = output,
                }
            );
        }
        console.Warn([.. conversion.Warnings]);
        console.Write(conversion.Summary);
        return ExitCodes.Converted;
    }
}

using System.CommandLine;
using K2P.Bundles;
using K2P.Diagnostics;

namespace K2P.Cli;

/// <summary><c>k2p bundle INPUT --out BUNDLE.zip</c>: the minimal bundle, with secrets blanked.</summary>
internal static class BundleCommand
{
    public static Command Create(ConsoleStreams console)
    {
        var input = CommandLine.Input();
        var output = new Option<string>("--out")
        {
            Description = "the archive to write",
            Required = true,
        };
        var command = new Command(
            "bundle",
            "Writes the minimal bundle: workflow.knime and settings.xml files, no data, secrets blanked."
        )
        {
            input,
            output,
            CommandLine.LogFormat(),
        };
        command.SetAction(parsed =>
        {
            using var files = Inputs.Open(parsed.GetValue(input)!);
            using var archive = new MemoryStream();
            try
            {
                BundleWriter.Write(files, archive);
            }
            catch (BundleException error)
            {
                return console.Fail(Refusals.DiagnosticOf(error.Refusal));
            }
            var path = parsed.GetValue(output)!;
            try
            {
                File.WriteAllBytes(path, archive.ToArray());
            }
            catch (Exception error)
                when (error is IOException or UnauthorizedAccessException or ArgumentException)
            {
                return console.Fail(
                    DiagnosticKinds.OutputError.With(
                        $"The bundle cannot be written: {error.Message}"
                    ) with
                    {
                        Path = path,
                    }
                );
            }
            return ExitCodes.Converted;
        });
        return command;
    }
}

using System.CommandLine;

namespace K2P.Cli;

/// <summary><c>k2p inspect INPUT</c>: what would become of the workflow.</summary>
internal static class InspectCommand
{
    public static Command Create(ConsoleStreams console)
    {
        var input = CommandLine.Input();
        var asJson = new Option<bool>("--json") { Description = "the whole report as JSON" };
        var command = new Command(
            "inspect",
            "Tells what would be exact, approximate and manual, which secrets and files there are."
        )
        {
            input,
            asJson,
            CommandLine.LogFormat(),
        };
        command.SetAction(parsed =>
        {
            using var files = Inputs.Open(parsed.GetValue(input)!);
            var conversion = Converter.Convert(files, new ConversionOptions());
            console.Write(
                parsed.GetValue(asJson) ? conversion.Report : Assessment.TextOf(conversion)
            );
            return ExitCodes.Converted;
        });
        return command;
    }
}

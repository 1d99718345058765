using System.CommandLine;
using K2P.Nodes;

namespace K2P.Cli;

/// <summary><c>k2p nodes</c>: every node that can be translated.</summary>
internal static class NodesCommand
{
    public static Command Create(ConsoleStreams console)
    {
        var asJson = new Option<bool>("--json") { Description = "as JSON" };
        var command = new Command(
            "nodes",
            "Lists every node that can be translated, with its factories and limits."
        )
        {
            asJson,
            CommandLine.LogFormat(),
        };
        command.SetAction(parsed =>
        {
            console.Write(parsed.GetValue(asJson) ? NodeList.Json() : NodeList.Text());
            return ExitCodes.Converted;
        });
        return command;
    }
}

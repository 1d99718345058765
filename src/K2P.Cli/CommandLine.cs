using System.CommandLine;
using K2P.Diagnostics;

namespace K2P.Cli;

/// <summary>The verbs and options of the contract.</summary>
internal static class CommandLine
{
    private static readonly string[] Verbs = ["convert", "bundle", "inspect", "verify", "nodes"];

    /// <summary>Parses the arguments and runs the verb; without a verb it is <c>convert</c>.</summary>
    public static int Invoke(string[] arguments, ConsoleStreams console)
    {
        string[] full =
            arguments.Length > 0
            && (Verbs.Contains(arguments[0]) || arguments[0] is "--help" or "-h" or "-?")
                ? arguments
                : ["convert", .. arguments];
        var root = new RootCommand("Converts KNIME workflows to Python.")
        {
            ConvertCommand.Create(console),
            BundleCommand.Create(console),
            InspectCommand.Create(console),
            VerifyCommand.Create(console),
            NodesCommand.Create(console),
        };
        var result = root.Parse(full);
        return result.Errors.Count > 0
            ? console.Fail(
                DiagnosticKinds.Usage.With($"{result.Errors[0].Message} (see k2p --help)")
            )
            : result.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }

    /// <summary>The input, as an argument.</summary>
    public static Argument<string> Input() =>
        new("INPUT")
        {
            Description = "a workflow folder, a workflow.knime file, a .zip, .knwf or .knar",
        };

    /// <summary>How remarks are written; read before parsing, so that usage errors have the form as well.</summary>
    public static Option<string> LogFormat()
    {
        var option = new Option<string>("--log-format")
        {
            Description = "text or json",
            DefaultValueFactory = _ => "text",
        };
        option.AcceptOnlyFromAmong("text", "json");
        return option;
    }
}

using K2P;
using K2P.Cli;
using K2P.Diagnostics;

return Run(args);

static int Run(string[] arguments)
{
    var console = new ConsoleStreams(
        Console.OpenStandardOutput(),
        Console.OpenStandardError(),
        asJson: arguments.Contains("--log-format=json")
            || arguments.Zip(arguments.Skip(1)).Contains(("--log-format", "json"))
    );
    if (arguments is ["--version"])
    {
        console.Write($"k2p {ProductVersion.Full}\n");
        return ExitCodes.Converted;
    }
    try
    {
        return CommandLine.Invoke(arguments, console);
    }
    catch (ConversionException error)
    {
        return console.Fail(error.Diagnostic);
    }
    catch (Exception error) when (error is IOException or UnauthorizedAccessException)
    {
        return console.Fail(
            DiagnosticKinds.OutputError.With($"A file cannot be read or written: {error.Message}")
        );
    }
#pragma warning disable CA1031 // The last frame: whatever comes here is a bug, and the contract gives it a code.
    catch (Exception error)
#pragma warning restore CA1031
    {
        return console.Fail(
            DiagnosticKinds.Internal.With(
                $"{error.GetType().Name}: {error.Message} {error.StackTrace}"
            )
        );
    }
}

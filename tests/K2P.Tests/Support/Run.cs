using System.Text;
using CliWrap;
using CliWrap.Buffered;

namespace K2P.Tests.Support;

/// <summary>What one run of a program left behind.</summary>
internal sealed record Run(int ExitCode, string Output, string Errors)
{
    private static readonly Dictionary<string, string?> Unchanged = [];

    /// <summary>The lines on standard error.</summary>
    public IReadOnlyList<string> ErrorLines =>
        Errors.Length == 0 ? [] : Errors.TrimEnd('\n').Split('\n');

    /// <summary>The last line on standard error.</summary>
    public string LastError => ErrorLines.LastOrDefault("");

    /// <summary>Runs the converter as it was built with the tests.</summary>
    public static Task<Run> K2P(params string[] arguments) => Start(Programs.Built, arguments);

    /// <summary>Runs a program to its end; a variable whose value is null is not there.</summary>
    public static async Task<Run> Start(
        string program,
        IEnumerable<string> arguments,
        string folder = "",
        IReadOnlyDictionary<string, string?>? environment = null
    )
    {
        var result = await Cli.Wrap(program)
            .WithArguments(arguments)
            .WithWorkingDirectory(folder.Length == 0 ? Path.GetTempPath() : folder)
            .WithEnvironmentVariables(environment ?? Unchanged)
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(Encoding.UTF8, TestContext.Current.CancellationToken);
        return new Run(result.ExitCode, result.StandardOutput, result.StandardError);
    }
}

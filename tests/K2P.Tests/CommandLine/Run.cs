using CliWrap;
using CliWrap.Buffered;

namespace K2P.Tests.CommandLine;

/// <summary>What one start of the converter's real program left behind.</summary>
internal sealed record Run(int ExitCode, string Output, string Errors)
{
    public string LastError => Errors.TrimEnd('\n').Split('\n')[^1];

    /// <summary>Starts the program in a scratch folder as its working, temporary and home folder.</summary>
    public static Task<Run> Start(Scratch scratch, params string[] arguments) =>
        Start(Parts.Program(), arguments, scratch);

    public static async Task<Run> Start(
        string program,
        IEnumerable<string> arguments,
        Scratch scratch
    )
    {
        var result = await Cli.Wrap(program)
            .WithArguments(arguments)
            .WithWorkingDirectory(scratch.Folder("cwd"))
            .WithEnvironmentVariables(variables =>
                variables.Set("TMPDIR", scratch.Folder("tmp")).Set("HOME", null)
            )
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(TestContext.Current.CancellationToken);
        return new Run(result.ExitCode, result.StandardOutput, result.StandardError);
    }
}

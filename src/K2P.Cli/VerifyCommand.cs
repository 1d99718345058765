using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
using K2P.Bundles;
using K2P.Diagnostics;
using K2P.Verification;

namespace K2P.Cli;

/// <summary><c>k2p verify INPUT</c>: runs the generated functions on KNIME's stored tables and compares.</summary>
internal static class VerifyCommand
{
    /// <summary>Executed workflows are larger than bundles: what KNIME stored is in them.</summary>
    private static readonly ArchiveLimits Limits = ArchiveLimits.OfOwnFile with
    {
        MaxEntryBytes = 2000L << 20,
        MaxTotalBytes = 16000L << 20,
    };

    public static Command Create(ConsoleStreams console)
    {
        var input = CommandLine.Input();
        var asJson = new Option<bool>("--json") { Description = "the whole report as JSON" };
        var html = new Option<string>("--html") { Description = "a file for the report as a page" };
        var node = new Option<string>("--node")
        {
            Description = "only this node, or the nodes inside it",
        };
        var python = new Option<string>("--python")
        {
            Description = "the Python to run, with pandas",
            DefaultValueFactory = _ => "python3",
        };
        var timeout = new Option<double>("--timeout")
        {
            Description = "seconds that one node may take",
            DefaultValueFactory = _ => 60,
        };
        var rtol = new Option<double>("--rtol")
        {
            Description = "relative tolerance within which numbers are close",
            DefaultValueFactory = _ => 1e-4,
        };
        var tests = new Option<string>("--emit-tests")
        {
            Description = "a folder for a pytest suite that keeps the proof",
        };
        var command = new Command(
            "verify",
            "Converts, runs each node on the tables that KNIME stored, and compares the results with KNIME's."
        )
        {
            input,
            asJson,
            html,
            node,
            python,
            timeout,
            rtol,
            tests,
            CommandLine.LogFormat(),
        };
        command.SetAction(
            (parsed, cancel) =>
            {
                var options = new VerificationOptions
                {
                    Python = parsed.GetValue(python)!,
                    Node = parsed.GetValue(node),
                    Timeout = TimeSpan.FromSeconds(
                        Math.Clamp(parsed.GetValue(timeout), 0.1, 86_400)
                    ),
                    Rtol = parsed.GetValue(rtol),
                    Tests = parsed.GetValue(tests),
                    Progress = Progress(console),
                };
                return Run(
                    console,
                    parsed.GetValue(input)!,
                    options,
                    parsed.GetValue(asJson),
                    parsed.GetValue(html),
                    cancel
                );
            }
        );
        return command;
    }

    private static async Task<int> Run(
        ConsoleStreams console,
        string input,
        VerificationOptions options,
        bool asJson,
        string? page,
        CancellationToken cancel
    )
    {
        VerifiedWorkflow verified;
        using (var files = Inputs.Open(input, Limits))
        {
            try
            {
                verified = await Verifier.Verify(files, options, cancel);
            }
            catch (Win32Exception error)
            {
                return console.Fail(
                    DiagnosticKinds.Usage.With(
                        $"Python cannot be started: {error.Message} (see --python)"
                    )
                );
            }
        }
        if (page is not null)
        {
            await File.WriteAllBytesAsync(page, verified.Html, cancel);
        }
        if (asJson)
        {
            console.Write(verified.Json);
        }
        console.Say(verified.Summary);
        return verified.FalseClaims.Count == 0
            ? ExitCodes.Converted
            : console.Fail(
                DiagnosticKinds.VerifyFailed.With(
                    $"{verified.FalseClaims.Count} nodes are claimed exact and are not, first {verified.FalseClaims[0]}"
                )
            );
    }

    /// <summary>A line every few seconds.</summary>
    private static Action<int, int> Progress(ConsoleStreams console)
    {
        var watch = Stopwatch.StartNew();
        var told = new TimeSpan();
        return (done, total) =>
        {
            lock (watch)
            {
                if (watch.Elapsed - told > TimeSpan.FromSeconds(3) && done < total)
                {
                    told = watch.Elapsed;
                    console.Say($"{done} of {total} nodes\n");
                }
            }
        };
    }
}

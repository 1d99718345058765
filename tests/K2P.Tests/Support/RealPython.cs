using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace K2P.Tests.Support;

/// <summary>The Python that tests run what was generated with. Where it is missing a test is skipped and says so; with CI=true it fails.</summary>
internal static class RealPython
{
    private const string Program = "/usr/bin/python3";

    /// <summary>Skips the test, or fails it under CI, unless Python and these modules are installed.</summary>
    public static void Require(params string[] modules)
    {
        var missing = Missing.GetOrAdd(
            string.Join(',', modules.Order(StringComparer.Ordinal)),
            _ => FindMissing(modules)
        );
        if (missing is null)
        {
            return;
        }
        if (Environment.GetEnvironmentVariable("CI") == "true")
        {
            Assert.Fail(missing);
        }
        Assert.Skip(missing);
    }

    /// <summary>Runs a script once with a JSON value on its standard input; it prints a JSON value.</summary>
    public static TResult Run<TInput, TResult>(string script, TInput input)
    {
        var (code, output, errors) = Start(["-c", script], JsonSerializer.Serialize(input));
        code.ShouldBe(0, errors);
        return JsonSerializer.Deserialize<TResult>(output)!;
    }

    /// <summary>Runs Python with arguments: exit code, standard output, standard error.</summary>
    public static (int Code, string Output, string Errors) Start(
        IEnumerable<string> arguments,
        string input = "",
        string? directory = null
    )
    {
        var start = new ProcessStartInfo(Program, ["-X", "utf8", .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = directory ?? "",
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        process.WaitForExit();
        return (process.ExitCode, output.GetAwaiter().GetResult(), errors.GetAwaiter().GetResult());
    }

    /// <summary>For each source what black makes of it, or its error; one process for all.</summary>
    public static IReadOnlyList<string> Black(IReadOnlyList<string> sources)
    {
        Require("black");
        return Run<IReadOnlyList<string>, List<string>>(
            """
            import json, sys
            import black

            def reformat(source):
                try:
                    return black.format_str(source, mode=black.Mode())
                except Exception as error:
                    return f"{type(error).__name__}: {error}"

            print(json.dumps([reformat(source) for source in json.load(sys.stdin)]))
            """,
            sources
        );
    }

    /// <summary>For each source what pyflakes has to say, or that it does not compile; one process for all.</summary>
    public static IReadOnlyList<string> Pyflakes(IReadOnlyList<string> sources)
    {
        Require("pyflakes");
        return Run<IReadOnlyList<string>, List<string>>(
            """
            import io, json, sys
            from pyflakes import api, reporter

            def check(source):
                text = io.StringIO()
                api.check(source, "script", reporter.Reporter(text, text))
                return text.getvalue()

            print(json.dumps([check(source) for source in json.load(sys.stdin)]))
            """,
            sources
        );
    }

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<
        string,
        string?
    > Missing = new();

    private static string? FindMissing(string[] modules)
    {
        if (!File.Exists(Program))
        {
            return $"{Program} is not installed";
        }
        var (code, _, errors) = Start(["-c", $"import {string.Join(", ", ["sys", .. modules])}"]);
        return code == 0 ? null : $"Python lacks a module: {errors.Trim().Split('\n')[^1]}";
    }
}

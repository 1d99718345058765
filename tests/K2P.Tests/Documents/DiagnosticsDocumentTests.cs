using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using K2P.Diagnostics;

namespace K2P.Tests.Documents;

/// <summary><c>docs/diagnostics.md</c> holds every code of the catalogue, and the catalogue holds each code once.</summary>
[Trait("kind", "document")]
public sealed partial class DiagnosticsDocumentTests
{
    private static readonly string[] ExitCodes =
    [
        "internal_error",
        "usage",
        "missing_workflow",
        "missing_settings",
        "invalid_xml",
        "unsupported",
        "invalid_archive",
        "output_error",
        "verify_failed",
    ];

    private static readonly (char Range, string Title)[] Ranges =
    [
        ('1', "On the translation of a node"),
        ('2', "On the command line and the output"),
        ('3', "On the input"),
    ];

    [Fact]
    public void Every_code_is_documented_with_what_to_do()
    {
        var text = new StringBuilder(
            $"""
            # Diagnostics

            Every remark of the converter has a code that never changes its meaning. In `__report.json` remarks on nodes stand with the
            node; on standard error each is one line, at most 200 and then a count:

            ```
            k2p: warning K2P1003 unread_setting: Setting 'x' was not read [Column Filter (#5)]
            ```

            With `--log-format json` a line is an object with `level`, `id`, `code`, `message` and `path`. An error is the last line and ends
            the program with the exit code below; a warning does not. {GeneratedDocument.Notice}

            """
        );
        foreach (var (range, title) in Ranges)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {title}\n\n");
            text.Append(
                "| code | name | level | exit | what it means, what to do |\n|---|---|---|---|---|\n"
            );
            foreach (var kind in DiagnosticKinds.All.Where(kind => kind.Id[3] == range))
            {
                var exit = Array.IndexOf(ExitCodes, kind.Name) + 1;
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"| {kind.Id} | `{kind.Name}` | {kind.Severity.ToString().ToLowerInvariant()} | {(exit > 0 ? exit : "")} | {GeneratedDocument.Cell(kind.Meaning)} |\n"
                );
            }
        }
        GeneratedDocument.ShouldBeUpToDate("diagnostics.md", text.ToString());
    }

    [Fact]
    public void Every_kind_that_the_code_declares_is_in_the_catalogue_once()
    {
        var declared = typeof(DiagnosticKinds)
            .GetFields()
            .Select(field => field.GetValue(null))
            .OfType<DiagnosticKind>()
            .ToList();
        DiagnosticKinds.All.ShouldBe(declared, ignoreOrder: true);
        DiagnosticKinds.All.Select(kind => kind.Id).ShouldBeUnique();
        DiagnosticKinds.All.Select(kind => kind.Name).ShouldBeUnique();
        DiagnosticKinds.All.ShouldAllBe(kind => Code().IsMatch(kind.Id));
    }

    [GeneratedRegex("^K2P[1-3][0-9]{3}$")]
    private static partial Regex Code();
}

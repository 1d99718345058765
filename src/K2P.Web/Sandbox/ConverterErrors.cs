using System.Text.Json;
using System.Text.RegularExpressions;

namespace K2P.Web.Sandbox;

/// <summary>What the converter's exit code and last line on stderr mean: its contract, section 2.</summary>
internal static partial class ConverterErrors
{
    /// <summary>The code is told by the exit code alone; the last line only gives the sentence.</summary>
    public static (string Code, string Message) Read(int exitCode, string stderr)
    {
        var code = exitCode switch
        {
            3 => "missing_workflow",
            4 => "missing_settings",
            5 => "invalid_xml",
            6 => "unsupported",
            7 => "invalid_archive",
            8 => "output_error",
            // 2 means that the service asked wrongly, everything else that the converter is broken.
            _ => "internal_error",
        };
        var last = stderr.TrimEnd().Split('\n')[^1].Trim();
        return (code, Sentence(last, code) ?? Standard(code));
    }

    private static string? Sentence(string line, string code)
    {
        if (line.StartsWith('{'))
        {
            return FromJson(line, code);
        }

        var match = TextForm().Match(line);
        return match.Success && match.Groups["code"].Value == code
            ? match.Groups["message"].Value
            : null;
    }

    private static string? FromJson(string line, string code)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return
                document.RootElement.TryGetProperty("code", out var said)
                && said.ValueKind == JsonValueKind.String
                && said.GetString() == code
                && document.RootElement.TryGetProperty("message", out var message)
                && message.ValueKind == JsonValueKind.String
                ? message.GetString()
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Standard(string code) =>
        code switch
        {
            "missing_workflow" => "The bundle holds no workflow.knime where it must be.",
            "missing_settings" => "A settings.xml that the workflow refers to is missing.",
            "invalid_xml" => "A file of the workflow is not XML as KNIME writes it.",
            "unsupported" => "The workflow holds a construct that cannot be converted.",
            "invalid_archive" => "The bundle is not an archive that can be read.",
            "output_error" => "The converter could not write its result.",
            _ => "The converter failed; this is a fault of the converter, not of the workflow.",
        };

    [GeneratedRegex(
        @"^k2p: error K2P\d{4} (?<code>[a-z_]+): (?<message>.+)$",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex TextForm();
}

using K2P.Diagnostics;

namespace K2P.Cli;

/// <summary>The exit codes of the contract.</summary>
internal static class ExitCodes
{
    public const int Converted = 0;

    /// <summary>The exit code of an error.</summary>
    public static int Of(DiagnosticKind kind) =>
        kind.Name switch
        {
            "usage" => 2,
            "missing_workflow" => 3,
            "missing_settings" => 4,
            "invalid_xml" => 5,
            "unsupported" => 6,
            "invalid_archive" => 7,
            "output_error" => 8,
            "verify_failed" => 9,
            _ => 1,
        };
}

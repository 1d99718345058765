using System.Globalization;
using System.Text;

namespace K2P.Verification;

/// <summary>Writes the result of a verification in a few lines.</summary>
internal static class VerifySummary
{
    private const int MaxLines = 20;

    public static string Write(VerifiedWorkflow verified)
    {
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"{verified.Conversion.Workflow.Name}: {verified.Compared} of {verified.Nodes.Count} nodes compared with KNIME's tables\n"
        );
        foreach (var verdict in Enum.GetValues<Verdict>())
        {
            if (verified.Count(verdict) > 0)
            {
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"  {NodeVerdict.Word(verdict), -10}{verified.Count(verdict), 6}\n"
                );
            }
        }
        foreach (var claim in verified.FalseClaims.Take(MaxLines))
        {
            text.Append("  claimed exact: ").Append(claim.ReplaceLineEndings(" ")).Append('\n');
        }
        if (verified.FalseClaims.Count > MaxLines)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"  and {verified.FalseClaims.Count - MaxLines} more\n"
            );
        }
        return text.ToString();
    }
}

using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using K2P.Output;

namespace K2P.Verification;

/// <summary>Writes the report as one page of HTML without scripts or outside files: coverage, verdicts, rows that differ side by side.</summary>
internal static class VerifyPage
{
    private const string Style = """
        body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 72rem; padding: 0 1rem; color: #1c1c1c; }
        h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2rem; }
        table { border-collapse: collapse; width: 100%; } th, td { text-align: left; padding: .3rem .6rem; border-bottom: 1px solid #ddd; vertical-align: top; }
        th { font-weight: 600; } td.n { text-align: right; font-variant-numeric: tabular-nums; }
        .v { white-space: nowrap; font-weight: 600; } .equal, .types, .row-ids { color: #13662b; } .close, .ran, .not-run { color: #6b5900; }
        .unordered, .differs, .raises, .timeout { color: #a1121f; } .not-run { font-weight: 400; }
        .claim { background: #fdecec; } details { margin: .3rem 0; } code { font-size: .9em; overflow-wrap: anywhere; }
        .bar { display: flex; height: 1rem; border-radius: .3rem; overflow: hidden; background: #eee; } .bar i { display: block; }
        """;

    public static byte[] Write(VerifiedWorkflow verified)
    {
        var html = new StringBuilder();
        var name = Encode(verified.Conversion.Workflow.Name);
        html.Append(
            CultureInfo.InvariantCulture,
            $"<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>{name}: verification</title><style>{Style}</style></head><body>\n"
        );
        html.Append(
            CultureInfo.InvariantCulture,
            $"<h1>{name}</h1>\n<p>{verified.Compared} of {verified.Nodes.Count} nodes were run on the tables that KNIME stored, and what they returned was compared with KNIME's own results. {Claims(verified)}</p>\n"
        );
        WriteTotals(html, verified);
        html.Append(
            "<h2>Nodes</h2>\n<table><thead><tr><th>Node</th><th>Claim</th><th>Verdict</th><th>What was seen</th></tr></thead><tbody>\n"
        );
        foreach (
            var node in verified
                .Nodes.OrderByDescending(node => node.IsFalseClaim)
                .ThenByDescending(Severity)
        )
        {
            WriteNode(html, node);
        }
        html.Append("</tbody></table>\n");
        html.Append(
            CultureInfo.InvariantCulture,
            $"<p><small>{Encode(ProductVersion.Full)}. Numbers are equal to nine digits; missing values and NaN are one thing in a column of floats.</small></p></body></html>\n"
        );
        return Encoding.UTF8.GetBytes(ReportWriter.Clean(html.ToString()));
    }

    private static string Claims(VerifiedWorkflow verified) =>
        verified.FalseClaims.Count == 0
            ? "Nothing that is claimed exact differs."
            : string.Create(
                CultureInfo.InvariantCulture,
                $"<strong>{verified.FalseClaims.Count} nodes are claimed exact and are not.</strong>"
            );

    /// <summary>Worst first; nodes that could not be compared last.</summary>
    private static int Severity(NodeVerdict node) =>
        node.Verdict is Verdict.NotRun or Verdict.Ran ? -1 : (int)node.Verdict;

    private static void WriteTotals(StringBuilder html, VerifiedWorkflow verified)
    {
        html.Append("<table><tbody>\n");
        foreach (var verdict in Enum.GetValues<Verdict>().Where(each => verified.Count(each) > 0))
        {
            var word = NodeVerdict.Word(verdict);
            html.Append(
                CultureInfo.InvariantCulture,
                $"<tr><td class=\"v {word}\">{word}</td><td class=\"n\">{verified.Count(verdict)}</td><td>{Meaning(verdict)}</td></tr>\n"
            );
        }
        html.Append("</tbody></table>\n");
    }

    private static string Meaning(Verdict verdict) =>
        verdict switch
        {
            Verdict.Equal => "columns, rows, order, RowIDs and types are KNIME's",
            Verdict.Types => "the values are KNIME's, a column has another dtype",
            Verdict.RowIds => "the values are KNIME's, the RowIDs are not",
            Verdict.Close => "numbers agree to the tolerance, not to nine digits",
            Verdict.Unordered => "the rows are KNIME's in another order",
            Verdict.Differs => "something else differs",
            Verdict.Raises => "the function raised an exception",
            Verdict.Timeout => "the function took too long",
            Verdict.Ran => "the function ran; KNIME stored no table to compare with",
            _ => "there was nothing to run or to compare with",
        };

    private static void WriteNode(StringBuilder html, NodeVerdict verdict)
    {
        var node = verdict.Node.Translation.Node;
        var word = NodeVerdict.Word(verdict.Verdict);
        html.Append(
            CultureInfo.InvariantCulture,
            $"<tr{(verdict.IsFalseClaim ? " class=\"claim\"" : "")}><td>{Encode(verdict.Node.Place)}<br><code>{Encode(verdict.Node.Function?.Text ?? node.Factory)}</code></td><td>{ReportWriter.Word(verdict.Node.Translation.Status)}</td><td class=\"v {word}\">{word}</td><td>{Encode(verdict.Text)}"
        );
        if (verdict.Answer is { } answer)
        {
            if (
                answer.TryGetProperty("line", out var line)
                && line.ValueKind == JsonValueKind.Number
            )
            {
                html.Append(
                    CultureInfo.InvariantCulture,
                    $" (line {line.GetInt32()} of <code>{Encode(verdict.Graph.ScriptName ?? "")}</code>)"
                );
            }
            if (answer.TryGetProperty("predictions", out var share))
            {
                html.Append(
                    CultureInfo.InvariantCulture,
                    $"<br>{share.GetProperty("share").GetDouble():P1} of the predictions in <code>{Encode(share.GetProperty("column").GetString() ?? "")}</code> agree."
                );
            }
            if (answer.TryGetProperty("side_by_side", out var sides))
            {
                WriteSides(html, sides);
            }
        }
        html.Append("</td></tr>\n");
    }

    private static void WriteSides(StringBuilder html, JsonElement sides)
    {
        html.Append("<details><summary>rows that differ</summary><table><thead><tr><th>RowID</th>");
        foreach (var column in sides.GetProperty("columns").EnumerateArray())
        {
            var name = Encode(column.GetString() ?? "");
            html.Append(
                CultureInfo.InvariantCulture,
                $"<th>{name}<br>here</th><th>{name}<br>KNIME</th>"
            );
        }
        html.Append("</tr></thead><tbody>\n");
        foreach (var row in sides.GetProperty("rows").EnumerateArray())
        {
            html.Append(
                CultureInfo.InvariantCulture,
                $"<tr><td>{Encode(row.GetProperty("row_id").GetString() ?? "")}</td>"
            );
            foreach (
                var (mine, knime) in row.GetProperty("mine")
                    .EnumerateArray()
                    .Zip(row.GetProperty("knime").EnumerateArray())
            )
            {
                var mark = mine.GetString() == knime.GetString() ? "" : " class=\"claim\"";
                html.Append(
                    CultureInfo.InvariantCulture,
                    $"<td{mark}><code>{Encode(mine.GetString() ?? "")}</code></td><td><code>{Encode(knime.GetString() ?? "")}</code></td>"
                );
            }
            html.Append("</tr>\n");
        }
        html.Append("</tbody></table></details>");
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}

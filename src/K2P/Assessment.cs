using System.Globalization;
using System.Text;
using K2P.Output;

namespace K2P;

/// <summary>What a person wants to know before converting.</summary>
public static class Assessment
{
    /// <summary>The assessment as lines of text.</summary>
    public static byte[] TextOf(Conversion conversion)
    {
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"{conversion.Workflow.Name} (KNIME {conversion.Workflow.CreatedBy}), {conversion.Nodes.Count()} nodes\n"
        );
        foreach (
            var group in conversion
                .Nodes.GroupBy(node => node.Translation.Status)
                .OrderBy(group => group.Key)
        )
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"\n{ReportWriter.Word(group.Key)}: {group.Count()}\n"
            );
            foreach (var node in group)
            {
                text.Append("  ").Append(node.Place).Append('\n');
                foreach (var remark in node.Translation.Diagnostics)
                {
                    text.Append("      ")
                        .Append(remark.Kind.Id)
                        .Append(' ')
                        .Append(remark.Message)
                        .Append('\n');
                }
            }
        }
        Section(
            text,
            "files",
            conversion.Nodes.SelectMany(node =>
                node.Translation.Files.Select(file =>
                    $"{file.Mode} {file.Path} (node {node.Translation.Node.Path})"
                )
            )
        );
        Section(
            text,
            "secrets",
            conversion.Secrets.Select(secret =>
                $"{(secret.Node.Length == 0 ? "workflow" : $"node {secret.Node}")}: {secret.Key}, for the environment variable {secret.Environment}"
            )
        );
        Section(text, "requirements", conversion.Requirements);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Section(StringBuilder text, string title, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        if (all.Count > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{title}:\n");
            foreach (var line in all)
            {
                text.Append("  ").Append(line).Append('\n');
            }
        }
    }
}

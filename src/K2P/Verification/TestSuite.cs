using System.Text.Encodings.Web;
using System.Text.Json;
using K2P.Output;

namespace K2P.Verification;

/// <summary>Writes a pytest suite that keeps the proof: the scripts, the stored tables that are small, one test per node.</summary>
internal static class TestSuite
{
    /// <summary>Tables with more bytes stay out, so that the suite can be kept beside the code.</summary>
    private const long MaxTableBytes = 512 * 1024;

    private static readonly string[] Modules =
    [
        "stored_tables.py",
        "comparison.py",
        "replay.py",
        "test_nodes.py",
    ];

    /// <param name="verified">The verdicts, with their cases.</param>
    /// <param name="places">Where the files of the verification are.</param>
    /// <param name="folder">Where to write.</param>
    /// <param name="rtol">The tolerance.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Write(VerifiedWorkflow verified, Places places, string folder, double rtol)
    {
        var chosen = verified
            .Nodes.Where(node =>
                node.Case is { Outputs.Count: > 0 }
                && node.Verdict is not (Verdict.NotRun or Verdict.Timeout)
                && FilesOf(node.Case).All(file => new FileInfo(file).Length <= MaxTableBytes)
            )
            .ToList();
        Directory.CreateDirectory(Path.Join(folder, "tables"));
        foreach (var name in Modules)
        {
            File.Copy(Path.Join(places.Harness, name), Path.Join(folder, name), overwrite: true);
        }
        foreach (var graph in chosen.Select(node => node.Graph).Distinct())
        {
            File.WriteAllText(Path.Join(folder, graph.ScriptName), graph.Text);
        }
        foreach (var file in chosen.SelectMany(node => FilesOf(node.Case!)).Distinct())
        {
            File.Copy(file, Path.Join(folder, "tables", Path.GetFileName(file)), overwrite: true);
        }
        if (chosen.Any(node => node.Case!.Inputs.Count == 0))
        {
            CopyFolder(places.Data, Path.Join(folder, "data"));
        }
        using var stream = File.Create(Path.Join(folder, "cases.json"));
        var options = new JsonWriterOptions
        {
            Indented = true,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        using var json = new Utf8JsonWriter(stream, options);
        json.WriteStartArray();
        foreach (var node in chosen)
        {
            node.Case!.Write(
                json,
                path => Relative(path, places),
                part =>
                {
                    json.WriteNumber("rtol", rtol);
                    if (ReferenceEquals(part, node.Case))
                    {
                        json.WriteString("verdict", NodeVerdict.Word(node.Verdict));
                        json.WriteString("reason", ReportWriter.Clean(node.Text));
                    }
                }
            );
        }
        json.WriteEndArray();
    }

    private static IEnumerable<string> FilesOf(NodeCase request) =>
        request
            .Inputs.Select(input => input.Table)
            .Concat(request.Outputs.Select(output => output.Table))
            .OfType<string>()
            .Concat(request.Makers.Values.SelectMany(FilesOf));

    private static string Relative(string path, Places places) =>
        path.StartsWith(places.Tables, StringComparison.Ordinal)
            ? $"tables/{Path.GetFileName(path)}"
            : Path.GetFileName(path);

    private static void CopyFolder(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Join(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
    }
}

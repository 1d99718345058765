using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using K2P.Bundles;
using K2P.Output;
using K2P.Tables;

namespace K2P.Verification;

/// <summary>
/// Converts a workflow, calls each generated function with the tables that KNIME stored for its inputs, and compares what it
/// returns with the tables that KNIME stored for its outputs.
/// </summary>
public static class Verifier
{
    private static readonly string[] Harness =
    [
        "stored_tables.py",
        "comparison.py",
        "replay.py",
        "test_nodes.py",
    ];

    /// <param name="files">The workflow's files, with what KNIME stored.</param>
    /// <param name="options">What is wanted.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="ConversionException">The workflow cannot be converted.</exception>
    /// <exception cref="System.ComponentModel.Win32Exception">There is no such Python.</exception>
    public static async Task<VerifiedWorkflow> Verify(
        IBundleFiles files,
        VerificationOptions options,
        CancellationToken cancel
    )
    {
        var conversion = Converter.Convert(files, new ConversionOptions { Notebook = false });
        var temporary = Directory.CreateTempSubdirectory("k2p-verify-").FullName;
        try
        {
            var places = new Places(temporary);
            WriteScripts(conversion, places);
            ExtractData(files, places);
            var tables = new StoredTables(files, new TableLimits());
            var exports = new TableExports(tables, places.Tables);
            var planner = new CasePlanner(
                conversion,
                tables,
                exports,
                CasePlanner.DataFilesOf(files),
                places.Scripts
            );
            var planned = conversion
                .Graphs.SelectMany(graph => graph.Script.Nodes.Select(node => (node, graph)))
                .Where(each => IsWanted(each.node, options.Node))
                .Select(each =>
                {
                    var (plan, reason) = planner.Plan(each.node, each.graph);
                    return new NodeVerdict(each.node, each.graph, Verdict.NotRun, reason)
                    {
                        Case = plan,
                    };
                })
                .ToList();
            var verdicts = await RunAll(planned, places, options, cancel);
            var verified = new VerifiedWorkflow(conversion, verdicts) { Tables = exports.Count };
            if (options.Tests is { } suite)
            {
                TestSuite.Write(verified, places, suite, options.Rtol);
            }
            return verified;
        }
        finally
        {
            Directory.Delete(temporary, recursive: true);
        }
    }

    private static bool IsWanted(NodeReport node, string? wanted) =>
        wanted is null
        || node.Translation.Node.Path == wanted
        || node.Translation.Node.Path.StartsWith($"{wanted}:", StringComparison.Ordinal);

    private static void WriteScripts(Conversion conversion, Places places)
    {
        foreach (var graph in conversion.Graphs)
        {
            File.WriteAllText(Path.Join(places.Scripts, graph.ScriptName), graph.Text);
        }
        foreach (var name in Harness)
        {
            using var source =
                typeof(Verifier).Assembly.GetManifestResourceStream($"Harness/{name}")
                ?? throw new InvalidOperationException($"{name} is not in the program");
            using var target = File.Create(Path.Join(places.Harness, name));
            source.CopyTo(target);
        }
    }

    /// <summary>Copies what the nodes may read, so that no function touches the workflow itself.</summary>
    private static void ExtractData(IBundleFiles files, Places places)
    {
        foreach (var path in files.Paths.Where(ResultFiles.IsData))
        {
            var target = Path.Join(places.Data, path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            try
            {
                using var source = files.Open(path);
                using var copy = File.Create(target);
                source.CopyTo(copy);
            }
            catch (BundleException)
            {
                // A file over the limits is not there for the node that reads it, which says so.
                File.Delete(target);
            }
        }
    }

    private static async Task<IReadOnlyList<NodeVerdict>> RunAll(
        List<NodeVerdict> planned,
        Places places,
        VerificationOptions options,
        CancellationToken cancel
    )
    {
        var results = planned.ToArray();
        var waiting = new Queue<int>(
            Enumerable.Range(0, results.Length).Where(i => results[i].Case is not null)
        );
        var (total, done) = (waiting.Count, 0);
        var workers = Math.Clamp(total / 3, 1, Environment.ProcessorCount);
        await Task.WhenAll(Enumerable.Range(0, total == 0 ? 0 : workers).Select(_ => Work()));
        return results;

        async Task Work()
        {
            using var worker = new PythonWorker(options.Python, places.Harness, places.Output);
            while (Next() is { } index)
            {
                results[index] = await Run(results[index], worker, places, options, cancel);
                options.Progress?.Invoke(Interlocked.Increment(ref done), total);
            }
        }

        int? Next()
        {
            lock (waiting)
            {
                return waiting.TryDequeue(out var index) ? index : null;
            }
        }
    }

    private static async Task<NodeVerdict> Run(
        NodeVerdict node,
        PythonWorker worker,
        Places places,
        VerificationOptions options,
        CancellationToken cancel
    )
    {
        var line = Line(node.Case!, places, options.Rtol);
        var (answer, death) = await worker.Ask(line, options.Timeout, cancel);
        if (answer is null)
        {
            return death is null
                ? node with
                {
                    Verdict = Verdict.Timeout,
                    Text = string.Create(
                        CultureInfo.InvariantCulture,
                        $"it took more than {options.Timeout.TotalSeconds} seconds"
                    ),
                }
                : node with
                {
                    Verdict = Verdict.Raises,
                    Text = death,
                };
        }
        using var parsed = JsonDocument.Parse(answer);
        var root = parsed.RootElement.Clone();
        return node with
        {
            Verdict = NodeVerdict.Of(root.GetProperty("verdict").GetString()),
            Text = root.GetProperty("text").GetString() ?? "",
            Answer = root,
        };
    }

    private static string Line(NodeCase request, Places places, double rtol)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            request.Write(
                json,
                path => path,
                _ =>
                {
                    json.WriteNumber("rtol", rtol);
                    json.WriteString("data_dir", places.Data);
                    json.WriteString("out_dir", places.Output);
                }
            );
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}

/// <summary>The folders of one verification, below a temporary one.</summary>
internal sealed class Places(string root)
{
    public string Scripts { get; } = Make(root, "scripts");

    public string Harness { get; } = Make(root, "harness");

    public string Tables { get; } = Make(root, "tables");

    public string Data { get; } = Make(root, "data");

    public string Output { get; } = Make(root, "output");

    private static string Make(string root, string name) =>
        Directory.CreateDirectory(Path.Join(root, name)).FullName;
}

using K2P.Bundles;
using K2P.Nodes;
using K2P.Output;
using K2P.Tables;
using K2P.Workflows;

namespace K2P.Verification;

/// <summary>Decides which nodes can be called with what KNIME stored, and with which tables.</summary>
internal sealed class CasePlanner(
    Conversion conversion,
    StoredTables tables,
    TableExports exports,
    IReadOnlySet<string> dataFiles,
    string folder
)
{
    private const int MaxModelSteps = 20;

    private readonly StoredPorts ports = new(
        conversion.Graphs.Count > 0
            ? conversion.Graphs[0].Script.Root
            : new Graph.Scope(conversion.Workflow)
    );

    private readonly Dictionary<string, (NodeReport Node, GraphOutput Graph)> reports = conversion
        .Graphs.SelectMany(graph => graph.Script.Nodes.Select(node => (node, graph)))
        .ToDictionary(
            each => each.node.Translation.Node.Path,
            each => each,
            StringComparer.Ordinal
        );

    /// <summary>The node's case, or the reason why it cannot be called or compared.</summary>
    public (NodeCase? Case, string Reason) Plan(NodeReport report, GraphOutput graph)
    {
        try
        {
            return (PlanCase(report, graph), "");
        }
        catch (NoCaseException reason)
        {
            return (null, reason.Message);
        }
    }

    private NodeCase PlanCase(NodeReport report, GraphOutput graph)
    {
        var node = report.Translation.Node;
        if (report.Translation.Status is NodeStatus.Manual)
        {
            throw new NoCaseException("it has no translation");
        }
        if (report.Translation.Status is NodeStatus.Skipped || report.Function is null)
        {
            throw new NoCaseException("there is nothing to do in Python");
        }
        if (node.State != "EXECUTED")
        {
            throw new NoCaseException("KNIME had not run it when the workflow was saved");
        }
        if (Graph.BlockNodes.IsLoopBorder(node))
        {
            throw new NoCaseException("a loop's start and end hold the tables of several rounds");
        }
        var (outputs, lost) = OutputsOf(report);
        if (outputs.Count == 0 && lost is not null)
        {
            throw new NoCaseException(lost);
        }
        var makers = new Dictionary<string, NodeCase>(StringComparer.Ordinal);
        var inputs = InputsOf(report, makers, 0);
        if (outputs.Count == 0 && !report.Translation.Outputs.Contains(PortKind.Model))
        {
            throw new NoCaseException("it makes no table");
        }
        return CaseOf(report, graph, inputs, outputs) with
        {
            Makers = makers,
            Predicts = makers.Count > 0 || report.Translation.Status == NodeStatus.Approximate,
        };
    }

    private NodeCase CaseOf(
        NodeReport report,
        GraphOutput graph,
        IReadOnlyList<CaseInput> inputs,
        IReadOnlyList<(int Port, string Table)> outputs
    )
    {
        var node = report.Translation.Node;
        return new NodeCase(
            node.Path,
            Path.Join(folder, graph.ScriptName!),
            report.Function!.Value.Text,
            [.. Enumerable.Range(node.FirstPort, report.Translation.Outputs.Count)],
            inputs,
            outputs,
            new Dictionary<string, NodeCase>(StringComparer.Ordinal)
        );
    }

    /// <summary>The stored tables that the function returns, and why one is not to be had.</summary>
    private (IReadOnlyList<(int Port, string Table)> Found, string? Lost) OutputsOf(
        NodeReport report
    )
    {
        var node = report.Translation.Node;
        var found = new List<(int, string)>();
        string? lost = null;
        var listed = StoredPorts
            .Outputs(node)
            .Where(port => port.Kind == PortKind.Table && port.Port >= node.FirstPort)
            .Select(port => (port.Port, port.Folder));
        if (StoredPorts.Outputs(node).Count == 0)
        {
            listed = Enumerable
                .Range(1, report.Translation.Outputs.Count)
                .Select(port => (port, $"{node.Folder}/port_{port}"))
                .Where(port => tables.Contains(port.Item2));
        }
        foreach (var (port, place) in listed)
        {
            if (port - node.FirstPort >= report.Translation.Outputs.Count)
            {
                continue;
            }
            var (file, reason) = exports.Of(place);
            if (file is not null)
            {
                found.Add((port, file));
            }
            else
            {
                lost ??= $"the table of port {port} cannot be compared: {reason}";
            }
        }
        return (found, lost);
    }

    private List<CaseInput> InputsOf(
        NodeReport report,
        Dictionary<string, NodeCase> makers,
        int depth
    )
    {
        var node = report.Translation.Node;
        var inputs = new List<CaseInput>();
        foreach (var input in report.Inputs.Where(input => input.Kind != PortKind.Variable))
        {
            inputs.Add(
                input.Kind switch
                {
                    PortKind.Table => new CaseInput(TableOf(node, input.Port), null, 0),
                    PortKind.Model => new CaseInput(
                        null,
                        MakerOf(input, makers, depth + 1),
                        input.FromPort
                    ),
                    _ => throw new NoCaseException(
                        $"input {input.Port} is no table: {ReportWriter.Word(input.Kind)}"
                    ),
                }
            );
        }
        if (inputs.Count == 0 && MissingFile(report) is { } file)
        {
            throw new NoCaseException($"the file it reads, {file}, is not in the workflow");
        }
        return inputs;
    }

    private string TableOf(Node node, int port)
    {
        var why = "nothing is stored for it";
        foreach (var place in ports.Sources(node.Path, port).Where(tables.Contains))
        {
            var (file, reason) = exports.Of(place);
            if (file is not null)
            {
                return file;
            }
            why = reason!;
        }
        throw new NoCaseException($"the table of input {port} is not to be had: {why}");
    }

    private string MakerOf(ReportInput input, Dictionary<string, NodeCase> makers, int depth)
    {
        if (makers.ContainsKey(input.Node))
        {
            return input.Node;
        }
        if (depth > MaxModelSteps || !reports.TryGetValue(input.Node, out var maker))
        {
            throw new NoCaseException($"the model of input {input.Port} has no maker");
        }
        if (
            maker.Node.Function is null
            || maker.Node.Translation.Status is NodeStatus.Manual or NodeStatus.Skipped
        )
        {
            throw new NoCaseException(
                $"the model of input {input.Port} is made by node {input.Node}, which has no translation"
            );
        }
        if (Graph.BlockNodes.IsLoopBorder(maker.Node.Translation.Node))
        {
            throw new NoCaseException($"the model of input {input.Port} comes out of a loop");
        }
        makers[input.Node] = CaseOf(
            maker.Node,
            maker.Graph,
            InputsOf(maker.Node, makers, depth),
            []
        );
        return input.Node;
    }

    /// <summary>The first file that a source reads and that is not there; null where it needs none, or has one of them.</summary>
    private string? MissingFile(NodeReport report)
    {
        var names = report
            .Translation.Files.Where(file => file.Mode == "read")
            .Select(file => file.Path)
            .ToList();
        return names.Count == 0 || names.Any(path => dataFiles.Contains(FileName(path)))
            ? null
            : names[0];
    }

    private static string FileName(string path)
    {
        var plain = path.Split('?')[0]
            .Replace('\\', '/')
            .Replace("%20", " ", StringComparison.Ordinal);
        return plain[(plain.LastIndexOf('/') + 1)..].ToLowerInvariant();
    }

    /// <summary>Names of the files of a workflow that are not KNIME's own, in lower case.</summary>
    public static IReadOnlySet<string> DataFilesOf(IBundleFiles files) =>
        files
            .Paths.Where(ResultFiles.IsData)
            .Select(path => path[(path.LastIndexOf('/') + 1)..].ToLowerInvariant())
            .ToHashSet(StringComparer.Ordinal);
}

/// <summary>Says why a node cannot be called or compared.</summary>
internal sealed class NoCaseException(string message) : Exception(message);

using K2P.Diagnostics;
using K2P.Output;
using K2P.Workflows;

namespace K2P;

/// <summary>How a conversion is wanted.</summary>
public sealed record ConversionOptions
{
    /// <summary>Write notebooks.</summary>
    public bool Notebook { get; init; } = true;

    /// <summary>Write scripts.</summary>
    public bool Script { get; init; } = true;

    /// <summary>Write the graph as JSON.</summary>
    public bool GraphJson { get; init; } = true;

    /// <summary>Write the graph for Graphviz.</summary>
    public bool GraphDot { get; init; } = true;

    /// <summary>Refuse missing settings and stubs.</summary>
    public bool Strict { get; init; }

    /// <summary>The name to use instead of the workflow's.</summary>
    public string? Name { get; init; }
}

/// <summary>A file of the result.</summary>
/// <param name="Name">Its name; no folders.</param>
/// <param name="Content">Its bytes.</param>
public sealed record OutputFile(string Name, ReadOnlyMemory<byte> Content);

/// <summary>A converted workflow.</summary>
public sealed class Conversion
{
    internal Conversion(
        Workflow workflow,
        IReadOnlyList<GraphOutput> graphs,
        IReadOnlyList<string> requirements,
        IReadOnlyList<Secret> secrets
    )
    {
        Workflow = workflow;
        Graphs = graphs;
        Requirements = requirements;
        Secrets = secrets;
    }

    internal Workflow Workflow { get; }

    internal IReadOnlyList<GraphOutput> Graphs { get; }

    internal IReadOnlyList<string> Requirements { get; }

    internal IReadOnlyList<Secret> Secrets { get; }

    /// <summary>Remarks on the workflow as a whole; those on nodes stand in the report.</summary>
    public required IReadOnlyList<Diagnostic> Diagnostics { get; init; }

    /// <summary>The first part of every file's name.</summary>
    public required string BaseName { get; init; }

    /// <summary>The files, in order of their names.</summary>
    public IReadOnlyList<OutputFile> Files { get; internal set; } = [];

    /// <summary>The report without its nodes, in UTF-8.</summary>
    public byte[] Summary => ReportWriter.Write(this, withNodes: false);

    /// <summary>The whole report, in UTF-8.</summary>
    public byte[] Report => ReportWriter.Write(this, withNodes: true);

    /// <summary>Everything that somebody should look at: remarks on the workflow, then those on its nodes with the node as their path.</summary>
    public IEnumerable<Diagnostic> Warnings =>
        Diagnostics
            .Concat(
                Nodes.SelectMany(node =>
                    node.Translation.Diagnostics.Where(IsNotYetSaid)
                        .Select(diagnostic => diagnostic with { Path = node.Place })
                )
            )
            .Where(diagnostic => diagnostic.Kind.Severity >= Severity.Warning);

    /// <summary>That settings are missing is a remark on the workflow, with the file's path.</summary>
    private static bool IsNotYetSaid(Diagnostic diagnostic) =>
        diagnostic.Kind != DiagnosticKinds.MissingSettings;

    internal IEnumerable<NodeReport> Nodes => Graphs.SelectMany(graph => graph.Script.Nodes);
}

/// <summary>One graph with its files' names and the printed script.</summary>
internal sealed record GraphOutput(
    Script Script,
    string BaseName,
    string Text,
    IReadOnlyDictionary<string, (int First, int Last)> Lines
)
{
    public string? ScriptName { get; init; }

    public string? NotebookName { get; init; }

    public string? JsonName { get; init; }

    public string? DotName { get; init; }
}

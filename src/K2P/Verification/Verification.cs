using K2P.Nodes;

namespace K2P.Verification;

/// <summary>How a workflow is to be verified.</summary>
public sealed record VerificationOptions
{
    /// <summary>The Python that runs the generated code; it needs pandas.</summary>
    public string Python { get; init; } = "python3";

    /// <summary>Only this node, or the nodes inside this metanode or component; null for all.</summary>
    public string? Node { get; init; }

    /// <summary>How long one node may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The relative tolerance within which numbers are close.</summary>
    public double Rtol { get; init; } = 1e-4;

    /// <summary>The folder into which a test suite is written; null for none.</summary>
    public string? Tests { get; init; }

    /// <summary>Is told how many of how many nodes are done.</summary>
    public Action<int, int>? Progress { get; init; }
}

/// <summary>A converted workflow with the verdict on each of its nodes.</summary>
public sealed class VerifiedWorkflow
{
    internal VerifiedWorkflow(Conversion conversion, IReadOnlyList<NodeVerdict> nodes)
    {
        Conversion = conversion;
        Nodes = nodes;
    }

    /// <summary>The conversion.</summary>
    public Conversion Conversion { get; }

    internal IReadOnlyList<NodeVerdict> Nodes { get; }

    internal (int Read, int Unreadable) Tables { get; init; }

    /// <summary>The nodes that are claimed exact and are not.</summary>
    public IReadOnlyList<string> FalseClaims =>
        [
            .. Nodes
                .Where(node => node.IsFalseClaim)
                .Select(node =>
                    $"{node.Node.Translation.Node.Name} (node {node.Node.Translation.Node.Path}): {NodeVerdict.Word(node.Verdict)}: {node.Text}"
                ),
        ];

    /// <summary>The report as JSON in UTF-8.</summary>
    public byte[] Json => VerifyReport.Write(this);

    /// <summary>The report as a page for people, in UTF-8.</summary>
    public byte[] Html => VerifyPage.Write(this);

    /// <summary>The result in a few lines.</summary>
    public string Summary => VerifySummary.Write(this);

    internal int Count(Verdict verdict) => Nodes.Count(node => node.Verdict == verdict);

    /// <summary>The nodes with a verdict on their tables.</summary>
    internal int Compared =>
        Nodes.Count(node => node.Verdict is not (Verdict.NotRun or Verdict.Ran));

    internal int CountOf(NodeStatus status, Verdict verdict) =>
        Nodes.Count(node => node.Node.Translation.Status == status && node.Verdict == verdict);
}

using System.ComponentModel.DataAnnotations;

namespace K2P.Web.Jobs;

/// <summary>
/// Nodes of one kind in one converted workflow, and what became of them: from these rows an operator
/// learns which nodes people bring that are not converted. They hold nothing of the workflow's content.
/// </summary>
internal sealed class UploadedNode
{
    [MaxLength(80)]
    public required string JobId { get; init; }

    public required int Ordinal { get; init; }

    /// <summary>The node's factory, which is its identity in KNIME.</summary>
    [MaxLength(300)]
    public required string Factory { get; init; }

    [MaxLength(200)]
    public required string Name { get; init; }

    /// <summary>The converter's word: exact, approximate, partial, manual, skipped.</summary>
    [MaxLength(16)]
    public required string Status { get; init; }

    /// <summary>How often it is in the workflow.</summary>
    public required int Count { get; init; }
}

using System.Text.Json;
using K2P.Nodes;
using K2P.Output;

namespace K2P.Verification;

/// <summary>How the tables of a generated function compare with those that KNIME stored, best first.</summary>
public enum Verdict
{
    /// <summary>Columns, rows, their order, RowIDs and types; numbers to nine digits.</summary>
    Equal,

    /// <summary>The same, but a column has another dtype than the contract says.</summary>
    Types,

    /// <summary>The same values under other RowIDs.</summary>
    RowIds,

    /// <summary>Numbers agree to the tolerance only.</summary>
    Close,

    /// <summary>The same rows in another order.</summary>
    Unordered,

    /// <summary>Anything else.</summary>
    Differs,

    /// <summary>The function raised an exception, or its process died.</summary>
    Raises,

    /// <summary>The function took too long.</summary>
    Timeout,

    /// <summary>The function ran, and KNIME stored no table to compare with (learners).</summary>
    Ran,

    /// <summary>There was nothing to call or to compare with.</summary>
    NotRun,
}

/// <summary>The verdict on one node.</summary>
/// <param name="Node">What the converter says of the node.</param>
/// <param name="Graph">The graph that it belongs to.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Text">The first difference, the exception, or the reason, in words.</param>
internal sealed record NodeVerdict(NodeReport Node, GraphOutput Graph, Verdict Verdict, string Text)
{
    /// <summary>What the Python side answered; null where the node was not run.</summary>
    public JsonElement? Answer { get; init; }

    /// <summary>What was asked of the Python side; null where the node was not run.</summary>
    public NodeCase? Case { get; init; }

    /// <summary>True where the converter claims too much: a node claimed exact whose tables are others, or which does not run.</summary>
    public bool IsFalseClaim =>
        Node.Translation.Status == NodeStatus.Exact
        && Verdict is Verdict.Unordered or Verdict.Differs or Verdict.Raises or Verdict.Timeout;

    /// <summary>The report's word for a verdict.</summary>
    public static string Word(Verdict verdict) =>
        verdict switch
        {
            Verdict.RowIds => "row-ids",
            Verdict.NotRun => "not-run",
            _ => verdict.ToString().ToLowerInvariant(),
        };

    /// <summary>The verdict that a word of the Python side stands for.</summary>
    public static Verdict Of(string? word) =>
        Enum.GetValues<Verdict>().First(verdict => Word(verdict) == word);
}

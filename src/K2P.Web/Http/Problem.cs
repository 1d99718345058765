using System.Text.Json.Serialization;

namespace K2P.Web.Http;

/// <summary>The body of every error (RFC 9457): what a person reads in <c>detail</c>, what a program reads in <c>code</c>.</summary>
internal sealed record Problem(
    string Type,
    string Title,
    int Status,
    string Detail,
    string Code,
    string RequestId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        IReadOnlyList<ProblemItem>? Errors = null
);

/// <summary>One of several faults of a request: where it is, its code, and a sentence.</summary>
internal sealed record ProblemItem(string Path, string Code, string Detail);

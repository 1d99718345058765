namespace K2P.Diagnostics;

/// <summary>How much a <see cref="Diagnostic"/> matters to the reader of the generated code.</summary>
public enum Severity
{
    /// <summary>Good to know; nothing to do.</summary>
    Info,

    /// <summary>Something is missing or other than in KNIME; look at it.</summary>
    Warning,

    /// <summary>The node cannot be translated, or the input is broken.</summary>
    Error,
}

/// <summary>A numbered kind of remark: its code never changes its meaning and is never used again.</summary>
/// <param name="Id">The stable code, <c>K2Pnnnn</c>.</param>
/// <param name="Name">A short name in snake_case.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Meaning">What it means and what to do, for <c>docs/diagnostics.md</c>.</param>
public sealed record DiagnosticKind(string Id, string Name, Severity Severity, string Meaning)
{
    /// <summary>One remark of this kind.</summary>
    public Diagnostic With(string message) => new(this, message);
}

/// <summary>A remark on one node or on the whole workflow. Its text never holds a secret's value.</summary>
/// <param name="Kind">What kind of remark it is.</param>
/// <param name="Message">One sentence: what, why, and where it helps what to do.</param>
/// <param name="Path">The file or setting it is about, where there is one.</param>
public sealed record Diagnostic(DiagnosticKind Kind, string Message, string? Path = null);

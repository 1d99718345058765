namespace K2P.Python;

/// <summary>A whole script.</summary>
/// <param name="Docstring">What it is; null for none.</param>
/// <param name="Body">Functions and whatever else stands at the top level.</param>
/// <param name="Main">What runs when the file is run, not when it is imported.</param>
internal sealed record PyModule(
    string? Docstring,
    IReadOnlyList<PyStatement> Body,
    IReadOnlyList<PyStatement> Main
);

/// <summary>Where a function stands in a printed script: first line the <c>def</c>, last line the end of its body, both counted from 1.</summary>
internal sealed record PyFunctionLines(PyName Name, int First, int Last);

/// <summary>A printed script.</summary>
internal sealed record PyPrinted(
    string Text,
    IReadOnlyList<PyFunctionLines> Functions,
    PyUsage Usage
);

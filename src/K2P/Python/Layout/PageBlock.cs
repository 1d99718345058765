namespace K2P.Python.Layout;

/// <summary>What a block of lines is, as far as empty lines depend on it.</summary>
internal enum PageBlockKind
{
    Code,
    Import,
    Comment,
    Definition,

    /// <summary>A definition with its body, in one block.</summary>
    WholeDefinition,

    /// <summary>A line that ends in a colon and is no definition.</summary>
    Header,

    /// <summary>A header that continues a statement: <c>else:</c>, <c>except X:</c>.</summary>
    Clause,
}

/// <summary>The physical lines of one logical line, and the empty lines before them.</summary>
internal sealed class PageBlock(PageBlockKind kind, int depth, IReadOnlyList<string> lines)
{
    public PageBlockKind Kind => kind;

    public int Depth => depth;

    public IReadOnlyList<string> Lines => lines;

    public int Before { get; set; }

    public bool OpensBlock =>
        kind is PageBlockKind.Definition or PageBlockKind.Header or PageBlockKind.Clause;
}

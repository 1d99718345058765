namespace K2P.Python.Layout;

/// <summary>Puts blocks one after the other with the empty lines that black wants between them: see its <c>EmptyLineTracker</c>.</summary>
internal sealed class Page
{
    private readonly List<PageBlock> blocks = [];
    private readonly Stack<int> definitions = new();

    /// <summary>The first of the comments directly above, with its place among the blocks.</summary>
    private int? leadingComment;

    public int Count => blocks.Count;

    private PageBlock? Previous => blocks.Count > 0 ? blocks[^1] : null;

    /// <summary>Adds a block; <paramref name="wanted"/> are the empty lines that the writer would like before it.</summary>
    public void Add(PageBlockKind kind, int depth, IReadOnlyList<string> lines, int wanted = 0)
    {
        var block = new PageBlock(kind, depth, lines);
        var before = Before(block, Math.Min(wanted, depth == 0 ? 2 : 1));
        block.Before = Previous is null ? 0 : before;
        if (kind == PageBlockKind.Comment)
        {
            if (
                Previous is null
                || ((Previous.Kind != kind || before > 0) && (leadingComment is null || before > 0))
            )
            {
                leadingComment = blocks.Count;
            }
        }
        else
        {
            leadingComment = null;
        }
        blocks.Add(block);
    }

    /// <summary>All lines.</summary>
    public string Text =>
        blocks.Count == 0 ? "" : string.Join('\n', blocks.SelectMany(WithGap)) + "\n";

    /// <summary>For each block its first and last line, counted from 1.</summary>
    public IReadOnlyList<(int First, int Last)> Positions()
    {
        var positions = new List<(int, int)>(blocks.Count);
        var line = 1;
        foreach (var block in blocks)
        {
            line += block.Before;
            positions.Add((line, line + block.Lines.Count - 1));
            line += block.Lines.Count;
        }
        return positions;
    }

    private static IEnumerable<string> WithGap(PageBlock block) =>
        Enumerable.Repeat("", block.Before).Concat(block.Lines);

    private int Before(PageBlock block, int wanted)
    {
        var depth = block.Depth;
        while (definitions.Count > 0 && definitions.Peek() >= depth)
        {
            wanted =
                depth > 0 ? 1
                : definitions.Peek() > 0 && block.Kind == PageBlockKind.Clause ? 1
                : 2;
            definitions.Pop();
        }
        if (block.Kind is PageBlockKind.Definition or PageBlockKind.WholeDefinition)
        {
            definitions.Push(depth);
            return BeforeDefinition(block, wanted);
        }
        if (
            Previous is { Kind: PageBlockKind.Import }
            && block.Kind != PageBlockKind.Import
            && Previous.Depth == depth
        )
        {
            return Math.Max(wanted, 1);
        }
        return Previous is { OpensBlock: true } ? 0 : wanted;
    }

    private int BeforeDefinition(PageBlock block, int wanted)
    {
        if (
            Previous is null
            || (Previous.Depth < block.Depth && Previous.Kind == PageBlockKind.Definition)
        )
        {
            return 0;
        }
        var gap = block.Depth > 0 ? 1 : 2;
        if (Previous.Kind != PageBlockKind.Comment || Previous.Depth != block.Depth || wanted > 0)
        {
            return gap;
        }
        // Comments directly above belong to the definition: the gap goes before them.
        if (
            leadingComment is > 0 and var at
            && !blocks[at - 1].OpensBlock
            && blocks[at].Before <= 1
        )
        {
            blocks[at].Before = Math.Max(blocks[at].Before, gap);
        }
        return 0;
    }
}

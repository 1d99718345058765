namespace K2P.Tables;

/// <summary>How much a stored table may hold, so that a hostile one ends with a reason and not with the memory.</summary>
internal sealed record TableLimits
{
    /// <summary>The most bytes one cell may have.</summary>
    public int MaxCellBytes { get; init; } = 64 << 20;

    /// <summary>The most bytes one compressed piece of a stream may inflate to.</summary>
    public int MaxPieceBytes { get; init; } = 16 << 20;

    /// <summary>The most bytes that one batch of an Arrow file may take, inflated.</summary>
    public long MaxArrowBatch { get; init; } = 256 << 20;

    /// <summary>The most columns.</summary>
    public int MaxColumns { get; init; } = 100_000;

    /// <summary>The most rows, those of concatenated tables added up.</summary>
    public long MaxRows { get; init; } = 1L << 31;

    /// <summary>The most files that may be open at once while one table is read.</summary>
    public int MaxFiles { get; init; } = 500;

    /// <summary>How many tables may lie between a table and its rows.</summary>
    public int MaxDepth { get; init; } = 60;

    /// <summary>How deep lists may nest in a cell.</summary>
    public int MaxNesting { get; init; } = 16;
}

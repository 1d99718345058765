namespace K2P.Tables;

/// <summary>Goes over the rows of a table once, from first to last; memory does not grow with their number.</summary>
internal abstract class RowReader : IDisposable
{
    /// <summary>The RowID of the row it stands on; empty for columns that are kept apart from their rows.</summary>
    public string RowId { get; protected set; } = "";

    /// <summary>The cells of that row; they are valid until the next call of <see cref="Next"/>.</summary>
    public abstract ReadOnlySpan<Cell> Cells { get; }

    /// <summary>Goes on to the next row; false at the end.</summary>
    /// <exception cref="TableException">The table cannot be read on.</exception>
    public abstract bool Next();

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing) { }
}

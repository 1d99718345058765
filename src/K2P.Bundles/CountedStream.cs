namespace K2P.Bundles;

/// <summary>A file of a folder, counted as it is read.</summary>
internal sealed class CountedStream(Stream inner, string path, ReadBudget budget) : ReadOnlyStream
{
    private long _position;

    public override bool CanSeek => true;
    public override long Length => inner.Length;
    public override long Position
    {
        get => _position;
        set => inner.Position = _position = value;
    }

    public override int Read(Span<byte> buffer)
    {
        var count = inner.Read(buffer);
        _position += count;
        budget.Count(path, count, _position, compressed: null);
        return count;
    }

    public override long Seek(long offset, SeekOrigin origin) =>
        _position = inner.Seek(offset, origin);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}

namespace K2P.Bundles.Zip;

/// <summary>The compressed bytes of one entry.</summary>
internal sealed class ZipSlice(ByteSource source, long start, long length) : ReadOnlyStream
{
    private long _position;

    public override long Length => length;
    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var wanted = (int)Math.Min(buffer.Length, length - _position);
        if (wanted <= 0)
        {
            return 0;
        }

        var count = source.Read(start + _position, buffer[..wanted]);
        _position += count;
        return count;
    }
}

using System.IO.Compression;

namespace K2P.Bundles.Zip;

/// <summary>Inflates one entry, counting as it goes; at the end, size and checksum must be what the archive says.</summary>
internal sealed class ZipEntryStream : Stream
{
    private readonly ZipEntry _entry;
    private readonly ReadBudget _budget;
    private readonly Stream _data;
    private long _position;
    private uint _crc;
    private bool _ended;

    public ZipEntryStream(ByteSource source, ZipEntry entry, ReadBudget budget)
    {
        _entry = entry;
        _budget = budget;
        if (!entry.HasKnownMethod)
        {
            throw new BundleException(
                RefusalCode.ZipUnsupportedMethod,
                "The archive uses a compression other than deflate; write it again.",
                entry.Name,
                $"method {entry.Method}"
            );
        }

        var raw = new ZipSlice(source, entry.DataOffset, entry.CompressedSize);
        _data = entry.Method == 0 ? raw : new DeflateStream(raw, CompressionMode.Decompress);
        budget.Begin(entry.CompressedSize);
    }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        if (_ended || buffer.Length == 0)
        {
            return 0;
        }

        int count;
        try
        {
            count = _data.Read(buffer);
        }
        catch (InvalidDataException)
        {
            throw ZipDirectory.Corrupt("an entry cannot be inflated", _entry.Name);
        }

        if (count == 0)
        {
            _ended = true;
            CheckEnd();
            return 0;
        }

        _position += count;
        _budget.Count(_entry.Name, count, _position, _entry.CompressedSize);
        _crc = Crc32.Append(_crc, buffer[..count]);
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) =>
        Read(buffer.AsSpan(offset, count));

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _data.Dispose();
        }

        base.Dispose(disposing);
    }

    private void CheckEnd()
    {
        if (_position != _entry.Size || _crc != _entry.Crc)
        {
            throw ZipDirectory.Corrupt(
                "an entry's size or checksum is not what the archive says",
                _entry.Name
            );
        }
    }
}

using System.IO.Compression;

namespace K2P.Bundles.Zip;

/// <summary>Inflates one entry, counting as it goes; at the end, size and checksum must be what the archive says.</summary>
internal sealed class ZipEntryStream : ReadOnlyStream
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
            throw ZipDirectory.UnsupportedMethod(entry);
        }

        var raw = new ZipSlice(source, entry.DataOffset, entry.CompressedSize);
        _data = entry.Method == 0 ? raw : new DeflateStream(raw, CompressionMode.Decompress);
        budget.Begin(entry.CompressedSize);
    }

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

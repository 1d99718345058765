using System.Buffers.Binary;
using K2P.Bundles;
using Snappier;

namespace K2P.Tables;

/// <summary>Inflates what snappy-java's <c>SnappyOutputStream</c> wrote: a header, then lengths and bare blocks.</summary>
internal sealed class SnappyStream(Stream source, TableLimits limits) : ReadOnlyStream
{
    private const int HeaderLength = 16;

    /// <summary>The first four bytes of a header, which may follow a chunk where streams were appended.</summary>
    private const int HeaderWord = unchecked((int)0x82534E41);

    private static ReadOnlySpan<byte> Magic =>
        [0x82, (byte)'S', (byte)'N', (byte)'A', (byte)'P', (byte)'P', (byte)'Y', 0];

    private byte[] packed = new byte[40 * 1024];
    private byte[] plain = new byte[32 * 1024];
    private int position;
    private int length;
    private bool hasHeader;

    public override int Read(Span<byte> buffer)
    {
        while (position == length)
        {
            if (!NextChunk())
            {
                return 0;
            }
        }
        var count = Math.Min(buffer.Length, length - position);
        plain.AsSpan(position, count).CopyTo(buffer);
        position += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            source.Dispose();
        }
        base.Dispose(disposing);
    }

    private bool NextChunk()
    {
        if (!hasHeader)
        {
            Span<byte> header = stackalloc byte[HeaderLength];
            if (source.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) < HeaderLength)
            {
                throw new InvalidDataException("no snappy header");
            }
            if (!header.StartsWith(Magic))
            {
                throw new InvalidDataException("no snappy header");
            }
            hasHeader = true;
        }
        Span<byte> word = stackalloc byte[4];
        var read = source.ReadAtLeast(word, 4, throwOnEndOfStream: false);
        if (read == 0)
        {
            return false;
        }
        if (read < 4)
        {
            throw new InvalidDataException("a snappy chunk is cut off");
        }
        var size = BinaryPrimitives.ReadInt32BigEndian(word);
        if (size == HeaderWord)
        {
            Span<byte> rest = stackalloc byte[HeaderLength - 4];
            source.ReadExactly(rest);
            return NextChunk();
        }
        if (size <= 0 || size > limits.MaxPieceBytes)
        {
            throw new InvalidDataException("a snappy chunk has a wrong size");
        }
        Inflate(size);
        return true;
    }

    private void Inflate(int size)
    {
        if (packed.Length < size)
        {
            packed = new byte[size];
        }
        var chunk = packed.AsSpan(0, size);
        source.ReadExactly(chunk);
        var wanted = Snappy.GetUncompressedLength(chunk);
        if (wanted < 0 || wanted > limits.MaxPieceBytes)
        {
            throw new InvalidDataException("a snappy chunk has a wrong size");
        }
        if (plain.Length < wanted)
        {
            plain = new byte[wanted];
        }
        position = 0;
        length = Snappy.Decompress(chunk, plain.AsSpan(0, wanted));
        if (length != wanted)
        {
            throw new InvalidDataException("a snappy chunk is damaged");
        }
    }
}

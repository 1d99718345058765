namespace K2P.Tables;

/// <summary>
/// Cuts a table's stream into blocks (<c>org.knime.core.data.container.BlockableInputStream</c>): a block ends with <c>a</c>, and
/// <c>b</c> stands before each of these two letters where it is content.
/// </summary>
internal sealed class BlockReader(Stream stream, int maxBlock) : IDisposable
{
    private const byte End = (byte)'a';
    private const byte Escape = (byte)'b';

    private readonly byte[] buffer = new byte[64 * 1024];
    private byte[] scratch = new byte[256];
    private int position;
    private int filled;

    /// <summary>The next block without its escapes; it is valid until the next call.</summary>
    public ReadOnlySpan<byte> Block()
    {
        var rest = buffer.AsSpan(position, filled - position);
        var at = rest.IndexOfAny(End, Escape);
        if (at >= 0 && rest[at] == End)
        {
            position += at + 1;
            return rest[..at];
        }
        return Collect(mayEnd: false);
    }

    /// <summary>All that is left as one block; the end of the stream ends it as well.</summary>
    public ReadOnlySpan<byte> LastBlock() => Collect(mayEnd: true);

    /// <summary>The next byte outside of blocks; -1 at the end.</summary>
    public int Byte() => position < filled || Fill() ? buffer[position++] : -1;

    public void Dispose() => stream.Dispose();

    private ReadOnlySpan<byte> Collect(bool mayEnd)
    {
        var length = 0;
        while (true)
        {
            if (position == filled && !Fill())
            {
                return mayEnd
                    ? scratch.AsSpan(0, length)
                    : throw TableException.Damaged("the stream ends within a row");
            }
            var rest = buffer.AsSpan(position, filled - position);
            var at = rest.IndexOfAny(End, Escape);
            var plain = at < 0 ? rest : rest[..at];
            Reserve(length + plain.Length + 1);
            plain.CopyTo(scratch.AsSpan(length));
            length += plain.Length;
            position += plain.Length;
            if (at < 0)
            {
                continue;
            }
            if (buffer[position++] == End)
            {
                return scratch.AsSpan(0, length);
            }
            var escaped = Byte();
            if (escaped < 0)
            {
                throw TableException.Damaged("the stream ends within a row");
            }
            scratch[length++] = (byte)escaped;
        }
    }

    private void Reserve(int length)
    {
        if (length > maxBlock)
        {
            throw new TableException(
                TableProblem.TooLarge,
                $"a cell has more than {maxBlock} bytes"
            );
        }
        if (length > scratch.Length)
        {
            Array.Resize(ref scratch, Math.Max(length, scratch.Length * 2));
        }
    }

    private bool Fill()
    {
        try
        {
            position = 0;
            filled = stream.Read(buffer);
            return filled > 0;
        }
        catch (Exception error) when (error is InvalidDataException or IOException)
        {
            throw TableException.Damaged("the compressed data are damaged", error);
        }
    }
}

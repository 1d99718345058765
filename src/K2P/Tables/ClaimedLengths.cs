using System.Buffers.Binary;
using K2P.Bundles;

namespace K2P.Tables;

/// <summary>
/// The stream of an Arrow file in which no length is larger than the file. The library reads a length as four bytes and then takes
/// that much memory; here the reading of such a length is what fails.
/// </summary>
internal sealed class ClaimedLengths(Stream source) : ReadOnlyStream
{
    public override bool CanSeek => true;
    public override long Length => source.Length;

    public override long Position
    {
        get => source.Position;
        set => source.Position = value;
    }

    public override int Read(Span<byte> buffer)
    {
        var read = source.Read(buffer);
        return
            buffer.Length == 4
            && read == 4
            && BinaryPrimitives.ReadInt32LittleEndian(buffer) > source.Length
            ? throw new InvalidDataException("a part claims to be longer than the file")
            : read;
    }

    public override long Seek(long offset, SeekOrigin origin) => source.Seek(offset, origin);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            source.Dispose();
        }
        base.Dispose(disposing);
    }
}

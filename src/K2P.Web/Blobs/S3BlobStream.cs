using Amazon.S3.Model;

namespace K2P.Web.Blobs;

/// <summary>A large blob, read from where the reader is: a seek costs nothing, the next read a request.</summary>
internal sealed class S3BlobStream(
    GetObjectResponse first,
    TimeSpan silence,
    Func<long, CancellationToken, Task<GetObjectResponse>> openAt
) : Stream
{
    private GetObjectResponse? current = first;
    private long currentPosition;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length { get; } = first.ContentLength;

    public override long Position { get; set; }

    public override async ValueTask<int> ReadAsync(
        Memory<byte> buffer,
        CancellationToken cancellationToken = default
    )
    {
        if (Position >= Length || buffer.Length == 0)
        {
            return 0;
        }

        if (current is null || currentPosition != Position)
        {
            current?.Dispose();
            current = null;
            current = await openAt(Position, cancellationToken);
            currentPosition = Position;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(silence);
        int read;
        try
        {
            read = await current.ResponseStream.ReadAsync(buffer, limit.Token);
        }
        catch (OperationCanceledException silent) when (!cancellationToken.IsCancellationRequested)
        {
            throw new IOException("The store fell silent.", silent);
        }

        if (read == 0)
        {
            throw new IOException("The store ended the blob too early.");
        }

        Position = currentPosition += read;
        return read;
    }

    public override Task<int> ReadAsync(
        byte[] buffer,
        int offset,
        int count,
        CancellationToken cancellationToken
    ) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) =>
        ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override long Seek(long offset, SeekOrigin origin) =>
        Position = origin switch
        {
            SeekOrigin.Begin => offset,
            SeekOrigin.Current => Position + offset,
            _ => Length + offset,
        };

    public override void Flush() { }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            current?.Dispose();
        }

        base.Dispose(disposing);
    }
}

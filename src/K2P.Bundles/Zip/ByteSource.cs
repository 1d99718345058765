using Microsoft.Win32.SafeHandles;

namespace K2P.Bundles.Zip;

/// <summary>An archive's bytes with random access: a file, or any stream that can seek.</summary>
internal sealed class ByteSource : IDisposable
{
    private readonly SafeFileHandle? _handle;
    private readonly Stream? _stream;
    private readonly bool _owned;

    private ByteSource(SafeFileHandle? handle, Stream? stream, long length, bool owned)
    {
        _handle = handle;
        _stream = stream;
        _owned = owned;
        Length = length;
    }

    public long Length { get; }

    public static ByteSource OpenFile(string path)
    {
        var handle = File.OpenHandle(
            path,
            FileMode.Open,
            FileAccess.Read,
            FileShare.Read,
            FileOptions.RandomAccess
        );
        return new ByteSource(handle, stream: null, RandomAccess.GetLength(handle), owned: true);
    }

    /// <summary>Reads from a stream that stays the caller's.</summary>
    public static ByteSource Over(Stream stream) =>
        stream is FileStream file
            ? new ByteSource(file.SafeFileHandle, stream: null, file.Length, owned: false)
            : new ByteSource(handle: null, stream, stream.Length, owned: false);

    /// <summary>Fills <paramref name="buffer"/> from <paramref name="offset"/>; false if the bytes are not all there.</summary>
    public bool TryRead(long offset, Span<byte> buffer)
    {
        if (offset < 0 || offset > Length - buffer.Length)
        {
            return false;
        }

        while (buffer.Length > 0)
        {
            var count = Read(offset, buffer);
            if (count == 0)
            {
                return false;
            }

            offset += count;
            buffer = buffer[count..];
        }

        return true;
    }

    /// <summary>Reads what there is, at most a buffer full.</summary>
    public int Read(long offset, Span<byte> buffer)
    {
        if (_handle is not null)
        {
            return RandomAccess.Read(_handle, buffer, offset);
        }

        lock (_stream!)
        {
            _stream.Position = offset;
            return _stream.Read(buffer);
        }
    }

    public void Dispose()
    {
        if (_owned)
        {
            _handle?.Dispose();
        }
    }
}

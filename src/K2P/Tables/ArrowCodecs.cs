using System.Buffers;
using System.Buffers.Binary;
using Apache.Arrow.Ipc;
using Apache.Arrow.Memory;
using K4os.Compression.LZ4;
using K4os.Compression.LZ4.Streams;
using ZstdSharp;

namespace K2P.Tables;

/// <summary>Inflates the buffers of Arrow files. What the format calls LZ4 frames KNIME writes as bare LZ4 blocks.</summary>
internal sealed class ArrowCodecs(TableLimits limits) : ICompressionCodecFactory
{
    public ICompressionCodec CreateCodec(CompressionCodecType compressionCodecType) =>
        compressionCodecType switch
        {
            CompressionCodecType.Lz4Frame => new Lz4(limits),
            CompressionCodecType.Zstd => new Zstandard(limits),
            _ => throw TableException.Unsupported($"the codec {compressionCodecType}"),
        };

    public ICompressionCodec CreateCodec(
        CompressionCodecType compressionCodecType,
        int? compressionLevel
    ) => CreateCodec(compressionCodecType);

    private abstract class Codec(TableLimits limits) : ICompressionCodec
    {
        public int Decompress(ReadOnlyMemory<byte> source, Memory<byte> destination) =>
            destination.Length > limits.MaxArrowBuffer
                ? throw new TableException(TableProblem.TooLarge, "an Arrow buffer is too large")
                : Inflate(source.Span, destination.Span);

        public void Compress(ReadOnlyMemory<byte> source, Stream destination) =>
            throw new NotSupportedException();

        public virtual void Dispose() { }

        protected abstract int Inflate(ReadOnlySpan<byte> packed, Span<byte> plain);
    }

    private sealed class Lz4(TableLimits limits) : Codec(limits)
    {
        private const uint FrameMagic = 0x184D2204;

        protected override int Inflate(ReadOnlySpan<byte> packed, Span<byte> plain)
        {
            if (packed.Length >= 4 && BinaryPrimitives.ReadUInt32LittleEndian(packed) == FrameMagic)
            {
                using var frame = LZ4Frame.Decode(packed.ToArray());
                return frame.ReadManyBytes(plain);
            }
            return LZ4Codec.Decode(packed, plain);
        }
    }

    private sealed class Zstandard(TableLimits limits) : Codec(limits)
    {
        private readonly Decompressor decompressor = new();

        public override void Dispose()
        {
            decompressor.Dispose();
            base.Dispose();
        }

        protected override int Inflate(ReadOnlySpan<byte> packed, Span<byte> plain) =>
            decompressor.Unwrap(packed, plain);
    }
}

/// <summary>Gives an Arrow file no more memory than its limits allow, whatever its headers claim.</summary>
internal sealed class BoundedMemory(TableLimits limits) : MemoryAllocator
{
    protected override IMemoryOwner<byte> AllocateInternal(int length, out int bytesAllocated)
    {
        if (length > limits.MaxArrowBuffer)
        {
            throw new TableException(TableProblem.TooLarge, "an Arrow buffer is too large");
        }
        bytesAllocated = length;
        return new Owner(new byte[length]);
    }

    private sealed class Owner(byte[] bytes) : IMemoryOwner<byte>
    {
        public Memory<byte> Memory => bytes;

        public void Dispose() { }
    }
}

using System.Buffers;
using System.Buffers.Binary;
using Apache.Arrow.Ipc;
using Apache.Arrow.Memory;
using K4os.Compression.LZ4;
using K4os.Compression.LZ4.Streams;
using ZstdSharp;

namespace K2P.Tables;

/// <summary>Inflates the buffers of Arrow files. What the format calls LZ4 frames KNIME writes as bare LZ4 blocks.</summary>
internal sealed class ArrowCodecs : ICompressionCodecFactory
{
    public ICompressionCodec CreateCodec(CompressionCodecType compressionCodecType) =>
        compressionCodecType switch
        {
            CompressionCodecType.Lz4Frame => new Lz4(),
            CompressionCodecType.Zstd => new Zstandard(),
            _ => throw TableException.Unsupported($"the codec {compressionCodecType}"),
        };

    public ICompressionCodec CreateCodec(
        CompressionCodecType compressionCodecType,
        int? compressionLevel
    ) => CreateCodec(compressionCodecType);

    private abstract class Codec : ICompressionCodec
    {
        public int Decompress(ReadOnlyMemory<byte> source, Memory<byte> destination) =>
            Inflate(source.Span, destination.Span);

        public void Compress(ReadOnlyMemory<byte> source, Stream destination) =>
            throw new NotSupportedException();

        public virtual void Dispose() { }

        protected abstract int Inflate(ReadOnlySpan<byte> packed, Span<byte> plain);
    }

    private sealed class Lz4 : Codec
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

    private sealed class Zstandard : Codec
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
    private long taken;

    protected override IMemoryOwner<byte> AllocateInternal(int length, out int bytesAllocated)
    {
        if (taken + length > limits.MaxArrowBatch)
        {
            throw new TableException(TableProblem.TooLarge, "an Arrow batch is too large");
        }
        taken += length;
        bytesAllocated = length;
        return new Owner(this, new byte[length]);
    }

    private sealed class Owner(BoundedMemory memory, byte[] bytes) : IMemoryOwner<byte>
    {
        private bool isFree;

        public Memory<byte> Memory => bytes;

        public void Dispose()
        {
            memory.taken -= isFree ? 0 : bytes.Length;
            isFree = true;
        }
    }
}

using Apache.Arrow;
using Apache.Arrow.Ipc;
using Apache.Arrow.Types;
using K4os.Compression.LZ4;
using K4os.Compression.LZ4.Streams;
using ZstdSharp;

namespace K2P.Tests.Tables;

/// <summary>A file as KNIME's columnar backend writes it.</summary>
internal sealed record ColumnarFile(
    string Name,
    IReadOnlyList<(string Name, string CellClass)> Columns,
    int Rows,
    byte[] Bytes
)
{
    private const string Core = "org.knime.core.data.";

    /// <summary>The same table in every compression.</summary>
    public static IReadOnlyList<ColumnarFile> Samples() =>
        [
            Write("arrow", null),
            Write("arrow-lz4-block", new Lz4Block()),
            Write("arrow-lz4-frame", new Lz4Frame()),
            Write("arrow-zstd", new Zstandard()),
        ];

    private static ColumnarFile Write(string name, Codec? codec)
    {
        const int Count = 300;
        var numbers = Enumerable.Range(0, Count).ToArray();
        var columns = new List<(Field Field, IArrowArray Array, string CellClass)>
        {
            (
                Field("<RowID>", StringType.Default, "DefaultRowKey"),
                new StringArray.Builder().AppendRange(numbers.Select(i => $"Row{i}")).Build(),
                ""
            ),
            (
                Field("text", StringType.Default, "String"),
                Texts(numbers.Select(i => i % 7 == 0 ? null : $"text {i}")),
                Core + "def.StringCell"
            ),
            (
                Field("number", DoubleType.Default, "Double"),
                new DoubleArray.Builder().AppendRange(numbers.Select(i => i / 4.0)).Build(),
                Core + "def.DoubleCell"
            ),
            (
                Field("whole", Int32Type.Default, "Int"),
                new Int32Array.Builder().AppendRange(numbers).Build(),
                Core + "def.IntCell"
            ),
            (
                Field("flag", BooleanType.Default, "Boolean"),
                new BooleanArray.Builder().AppendRange(numbers.Select(i => i % 2 == 0)).Build(),
                Core + "def.BooleanCell"
            ),
            (
                Field("day", Int64Type.Default, "time.LocalDate"),
                new Int64Array.Builder().AppendRange(numbers.Select(i => (long)i)).Build(),
                Core + "time.localdate.LocalDateCell"
            ),
            Stamps(numbers),
            Categories(numbers),
            Lists(numbers),
        };
        var schema = new Schema(columns.Select(each => each.Field), null);
        using var stream = new MemoryStream();
        var options = new IpcOptions
        {
            CompressionCodec = codec?.Type,
            CompressionCodecFactory = codec,
        };
        using (var writer = new ArrowFileWriter(stream, schema, leaveOpen: true, options))
        {
            writer.WriteRecordBatch(
                new RecordBatch(schema, columns.Select(each => each.Array), Count)
            );
            writer.WriteEnd();
        }
        return new ColumnarFile(
            name,
            [.. columns.Skip(1).Select(each => (each.Field.Name, each.CellClass))],
            Count,
            stream.ToArray()
        );
    }

    private static (Field Field, IArrowArray Array, string CellClass) Stamps(int[] numbers)
    {
        var type = new StructType([Plain("0", Int64Type.Default), Plain("1", Int64Type.Default)]);
        IArrowArray[] parts =
        [
            new Int64Array.Builder().AppendRange(numbers.Select(i => (long)i)).Build(),
            new Int64Array.Builder().AppendRange(numbers.Select(i => i * 1_000_000_001L)).Build(),
        ];
        return (
            Field("stamp", type, "time.LocalDateTime"),
            new StructArray(type, numbers.Length, parts, ArrowBuffer.Empty),
            Core + "time.localdatetime.LocalDateTimeCell"
        );
    }

    /// <summary>Texts of which each batch holds only the first occurrence.</summary>
    private static (Field Field, IArrowArray Array, string CellClass) Categories(int[] numbers)
    {
        var type = new StructType([Plain("0", Int32Type.Default), Plain("1", StringType.Default)]);
        IArrowArray[] parts =
        [
            new Int32Array.Builder().AppendRange(numbers.Select(i => i % 3)).Build(),
            Texts(numbers.Select(i => i < 3 ? $"category {i}" : null)),
        ];
        return (
            new Field(
                "category",
                type,
                nullable: true,
                [
                    KeyValuePair.Create("ARROW:extension:name", "knime.struct_dict_encoded"),
                    KeyValuePair.Create("ARROW:extension:metadata", "k=1"),
                ]
            ),
            new StructArray(type, numbers.Length, parts, ArrowBuffer.Empty),
            Core + "def.StringCell"
        );
    }

    private static (Field Field, IArrowArray Array, string CellClass) Lists(int[] numbers)
    {
        var builder = new ListArray.Builder(Int32Type.Default);
        var members = (Int32Array.Builder)builder.ValueBuilder;
        foreach (var number in numbers)
        {
            builder.Append();
            members.Append(number).Append(number + 1);
        }
        return (
            Field("list", new ListType(Int32Type.Default), "IntList"),
            builder.Build(),
            Core + "collection.ListCell"
        );
    }

    private static StringArray Texts(IEnumerable<string?> texts)
    {
        var builder = new StringArray.Builder();
        foreach (var text in texts)
        {
            builder.Append(text);
        }
        return builder.Build();
    }

    private static Field Plain(string name, IArrowType type) => new(name, type, nullable: true);

    private static Field Field(string name, IArrowType type, string factory) =>
        new(
            name,
            type,
            nullable: true,
            [
                KeyValuePair.Create("ARROW:extension:name", "knime.logical_type"),
                KeyValuePair.Create(
                    "ARROW:extension:metadata",
                    $$"""{"value_factory_class":"org.knime.core.data.v2.{{factory}}ValueFactory"}"""
                ),
            ]
        );

    private abstract class Codec(CompressionCodecType type)
        : ICompressionCodecFactory,
            ICompressionCodec
    {
        public CompressionCodecType Type => type;

        public ICompressionCodec CreateCodec(CompressionCodecType compressionCodecType) => this;

        public ICompressionCodec CreateCodec(
            CompressionCodecType compressionCodecType,
            int? compressionLevel
        ) => this;

        public int Decompress(ReadOnlyMemory<byte> source, Memory<byte> destination) =>
            throw new NotSupportedException();

        public void Compress(ReadOnlyMemory<byte> source, Stream destination) =>
            destination.Write(Pack(source.ToArray()));

        public void Dispose() { }

        protected abstract byte[] Pack(byte[] plain);
    }

    private sealed class Lz4Block() : Codec(CompressionCodecType.Lz4Frame)
    {
        protected override byte[] Pack(byte[] plain)
        {
            var packed = new byte[LZ4Codec.MaximumOutputSize(plain.Length)];
            return packed[..LZ4Codec.Encode(plain, packed)];
        }
    }

    private sealed class Lz4Frame() : Codec(CompressionCodecType.Lz4Frame)
    {
        protected override byte[] Pack(byte[] plain)
        {
            using var packed = new MemoryStream();
            using (var encoder = LZ4Stream.Encode(packed, leaveOpen: true))
            {
                encoder.Write(plain);
            }
            return packed.ToArray();
        }
    }

    private sealed class Zstandard() : Codec(CompressionCodecType.Zstd)
    {
        protected override byte[] Pack(byte[] plain)
        {
            using var compressor = new Compressor();
            return compressor.Wrap(plain).ToArray();
        }
    }
}

using System.Buffers.Binary;

namespace K2P.Tables;

/// <summary>
/// Looks over the footer of an Arrow file, and the batches that it lists, before the library reads them: the library takes memory
/// for as many fields as damaged bytes claim. All are FlatBuffers, <c>Footer { version, schema, dictionaries, recordBatches }</c>.
/// </summary>
internal ref struct ArrowFooter
{
    private const int TrailerLength = 10;
    private const int BlockLength = 24;
    private const int PairLength = 16;
    private const int Continuation = -1;
    private const int HeaderOfMessage = 2;
    private const int NodesOfBatch = 1;
    private const int BuffersOfBatch = 2;
    private const int VariadicOfBatch = 4;
    private const int SchemaOfFooter = 1;
    private const int DictionariesOfFooter = 2;
    private const int BatchesOfFooter = 3;
    private const int FieldsOfSchema = 1;
    private const int MetadataOfSchema = 2;
    private const int ChildrenOfField = 5;
    private const int MetadataOfField = 6;

    private readonly ReadOnlySpan<byte> bytes;
    private readonly TableLimits limits;
    private int seen;

    private ArrowFooter(ReadOnlySpan<byte> bytes, TableLimits limits)
    {
        this.bytes = bytes;
        this.limits = limits;
    }

    /// <summary>Throws where a vector of the footer is longer than the footer, or where fields are too many or too deep.</summary>
    public static void Check(Stream stream, TableLimits limits)
    {
        Span<byte> trailer = stackalloc byte[TrailerLength];
        if (stream.Length < TrailerLength)
        {
            throw TableException.Damaged("the Arrow file is cut off");
        }
        stream.Position = stream.Length - TrailerLength;
        stream.ReadExactly(trailer);
        var length = BinaryPrimitives.ReadInt32LittleEndian(trailer);
        if (length <= 0 || length > stream.Length - TrailerLength)
        {
            throw TableException.Damaged("the Arrow file's footer is damaged");
        }
        var footer = new byte[length];
        stream.Position = stream.Length - TrailerLength - length;
        stream.ReadExactly(footer);
        var check = new ArrowFooter(footer, limits);
        foreach (var offset in check.Check())
        {
            new ArrowFooter(Message(stream, offset), limits).CheckMessage();
        }
        stream.Position = 0;
    }

    /// <summary>The description of a batch, <c>Message { version, headerType, header: RecordBatch, bodyLength }</c>.</summary>
    private static byte[] Message(Stream stream, long offset)
    {
        Span<byte> word = stackalloc byte[sizeof(int)];
        if (offset < 0 || offset > stream.Length)
        {
            throw TableException.Damaged("the Arrow file's footer is damaged");
        }
        stream.Position = offset;
        stream.ReadExactly(word);
        if (BinaryPrimitives.ReadInt32LittleEndian(word) == Continuation)
        {
            stream.ReadExactly(word);
        }
        var length = BinaryPrimitives.ReadInt32LittleEndian(word);
        if (length < 0 || length > stream.Length - stream.Position)
        {
            throw TableException.Damaged("a batch of the Arrow file is damaged");
        }
        var message = new byte[length];
        stream.ReadExactly(message);
        return message;
    }

    private readonly void CheckMessage()
    {
        var root = Int(0);
        if (Slot(root, HeaderOfMessage) is > 0 and var at)
        {
            var batch = at + Int(at);
            Vector(batch, NodesOfBatch, PairLength);
            Vector(batch, BuffersOfBatch, PairLength);
            Vector(batch, VariadicOfBatch, sizeof(long));
        }
    }

    /// <summary>The places of the batches.</summary>
    private List<long> Check()
    {
        var root = Int(0);
        Vector(root, DictionariesOfFooter, BlockLength);
        var (start, count) = Vector(root, BatchesOfFooter, BlockLength);
        if (Slot(root, SchemaOfFooter) is > 0 and var at)
        {
            var schema = at + Int(at);
            Vector(schema, MetadataOfSchema, sizeof(int));
            Fields(schema, FieldsOfSchema, limits.MaxNesting);
        }
        var offsets = new List<long>(count);
        for (var i = 0; i < count; i++)
        {
            offsets.Add(
                BinaryPrimitives.ReadInt64LittleEndian(bytes[(start + (i * BlockLength))..])
            );
        }
        return offsets;
    }

    private void Fields(int table, int slot, int depth)
    {
        var (start, count) = Vector(table, slot, sizeof(int));
        seen += count;
        if (depth == 0 || seen > limits.MaxColumns)
        {
            throw new TableException(TableProblem.TooLarge, "the Arrow file has too many fields");
        }
        for (var i = 0; i < count; i++)
        {
            var at = start + (i * sizeof(int));
            var field = at + Int(at);
            Vector(field, MetadataOfField, sizeof(int));
            Fields(field, ChildrenOfField, depth - 1);
        }
    }

    /// <summary>Where the elements of a vector start, and how many there are; none where the slot is empty.</summary>
    private readonly (int Start, int Count) Vector(int table, int slot, int size)
    {
        var at = Slot(table, slot);
        if (at == 0)
        {
            return (0, 0);
        }
        var vector = at + Int(at);
        var count = Int(vector);
        var start = vector + sizeof(int);
        return count >= 0 && count <= (bytes.Length - start) / size
            ? (start, count)
            : throw TableException.Damaged("the Arrow file's footer is damaged");
    }

    /// <summary>The position of a table's slot; 0 where it is not there.</summary>
    private readonly int Slot(int table, int slot)
    {
        var places = table - Int(table);
        var place = sizeof(int) + (slot * sizeof(ushort));
        var offset = place < Short(places) ? Short(places + place) : 0;
        return offset == 0 ? 0 : table + offset;
    }

    private readonly int Int(int at) => BinaryPrimitives.ReadInt32LittleEndian(bytes[at..]);

    private readonly int Short(int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);
}

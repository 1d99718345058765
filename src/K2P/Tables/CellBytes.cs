using System.Buffers.Binary;
using System.Text;

namespace K2P.Tables;

/// <summary>Reads the bytes of one cell as Java's <c>DataInput</c> wrote them: big-endian, texts in modified UTF-8.</summary>
internal ref struct CellBytes(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> bytes = bytes;
    private int position;

    /// <summary>True where nothing is left.</summary>
    public readonly bool AtEnd => position == bytes.Length;

    public byte Byte() => Take(1)[0];

    public bool Boolean() => Take(1)[0] != 0;

    public int Int() => BinaryPrimitives.ReadInt32BigEndian(Take(4));

    public long Long() => BinaryPrimitives.ReadInt64BigEndian(Take(8));

    public double Double() => BinaryPrimitives.ReadDoubleBigEndian(Take(8));

    /// <summary>Everything that is left.</summary>
    public ReadOnlySpan<byte> Rest() => Take(bytes.Length - position);

    public ReadOnlySpan<byte> Take(long count)
    {
        if (count < 0 || count > bytes.Length - position)
        {
            throw TableException.Damaged("a cell ends too early");
        }
        var taken = bytes.Slice(position, (int)count);
        position += (int)count;
        return taken;
    }

    /// <summary>A text; from 65,535 bytes on the length is a long (<c>LongUTFDataInputStream</c>).</summary>
    public string Utf()
    {
        long length = BinaryPrimitives.ReadUInt16BigEndian(Take(2));
        if (length == ushort.MaxValue)
        {
            length = Long();
        }
        return ModifiedUtf8(Take(length));
    }

    /// <summary>Java's UTF-8: NUL as C0 80, and each half of a surrogate pair by itself. Ordinary UTF-8 is understood, too.</summary>
    internal static string ModifiedUtf8(ReadOnlySpan<byte> bytes)
    {
        if (Ascii.IsValid(bytes))
        {
            return Encoding.ASCII.GetString(bytes);
        }
        var text = new StringBuilder(bytes.Length);
        for (var i = 0; i < bytes.Length; )
        {
            int lead = bytes[i];
            var length = lead switch
            {
                < 0x80 => 1,
                >= 0xC0 and < 0xE0 => 2,
                >= 0xE0 and < 0xF0 => 3,
                >= 0xF0 and < 0xF8 => 4,
                _ => throw TableException.Damaged("a text is no UTF-8"),
            };
            if (i + length > bytes.Length)
            {
                throw TableException.Damaged("a text is no UTF-8");
            }
            var code = length == 1 ? lead : lead & (0xFF >> (length + 1));
            for (var k = 1; k < length; k++)
            {
                if ((bytes[i + k] & 0xC0) != 0x80)
                {
                    throw TableException.Damaged("a text is no UTF-8");
                }
                code = (code << 6) | (bytes[i + k] & 0x3F);
            }
            if (code < 0x10000)
            {
                text.Append((char)code);
            }
            else if (Rune.IsValid(code))
            {
                text.Append(new Rune(code).ToString());
            }
            else
            {
                throw TableException.Damaged("a text is no UTF-8");
            }
            i += length;
        }
        return text.ToString();
    }
}

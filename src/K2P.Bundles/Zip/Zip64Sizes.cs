using System.Buffers.Binary;

namespace K2P.Bundles.Zip;

/// <summary>The zip64 extra field: 64-bit values in order, for those fields of the header that hold 0xFFFFFFFF.</summary>
internal ref struct Zip64Sizes(ReadOnlySpan<byte> field)
{
    public const ushort Tag = 0x0001;

    private ReadOnlySpan<byte> _rest = field;

    /// <summary>The header's value, or the field's next one if the header refers to it.</summary>
    public long Next(uint value, string name)
    {
        if (value != uint.MaxValue)
        {
            return value;
        }

        if (_rest.Length < 8)
        {
            throw ZipDirectory.Corrupt("a zip64 size is missing", name);
        }

        var large = BinaryPrimitives.ReadInt64LittleEndian(_rest);
        _rest = _rest[8..];
        return large >= 0 ? large : throw ZipDirectory.Corrupt("a zip64 size is negative", name);
    }
}

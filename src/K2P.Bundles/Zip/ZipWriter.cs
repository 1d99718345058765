using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace K2P.Bundles.Zip;

/// <summary>Writes a small archive whose bytes depend on nothing but the files: no time, no user, no file system.</summary>
internal sealed class ZipWriter(Stream output) : IDisposable
{
    private const ushort Deflate = 8;
    private const ushort Version = 20;
    private const ushort MadeByUnix = 0x0300 | Version;
    private const ushort FirstDayOf1980 = 0x0021;
    private const ushort Utf8Flag = 0x800;
    private const uint PlainFile = 0x81A40000;

    private readonly MemoryStream _directory = new();
    private ushort _count;
    private uint _offset;

    public void Add(string path, ReadOnlySpan<byte> content)
    {
        var name = Encoding.UTF8.GetBytes(path);
        var packed = Pack(content);
        var common = new byte[26];
        var fields = common.AsSpan();
        BinaryPrimitives.WriteUInt16LittleEndian(fields, Version);
        BinaryPrimitives.WriteUInt16LittleEndian(
            fields[2..],
            Ascii.IsValid(path) ? (ushort)0 : Utf8Flag
        );
        BinaryPrimitives.WriteUInt16LittleEndian(fields[4..], Deflate);
        BinaryPrimitives.WriteUInt16LittleEndian(fields[8..], FirstDayOf1980);
        BinaryPrimitives.WriteUInt32LittleEndian(fields[10..], Crc32.Append(0, content));
        BinaryPrimitives.WriteUInt32LittleEndian(fields[14..], (uint)packed.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(fields[18..], (uint)content.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(fields[22..], checked((ushort)name.Length));

        AddToDirectory(common, name);
        output.Write("PK\x3\x4"u8);
        output.Write(common);
        output.Write(name);
        packed.WriteTo(output);
        _count = checked((ushort)(_count + 1));
        _offset = checked(
            _offset + 4 + (uint)common.Length + (uint)name.Length + (uint)packed.Length
        );
    }

    /// <summary>Writes the directory; nothing may be added after it.</summary>
    public void Finish()
    {
        _directory.WriteTo(output);
        Span<byte> end = stackalloc byte[22];
        end.Clear();
        "PK\x5\x6"u8.CopyTo(end);
        BinaryPrimitives.WriteUInt16LittleEndian(end[8..], _count);
        BinaryPrimitives.WriteUInt16LittleEndian(end[10..], _count);
        BinaryPrimitives.WriteUInt32LittleEndian(end[12..], (uint)_directory.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(end[16..], _offset);
        output.Write(end);
    }

    public void Dispose() => _directory.Dispose();

    private void AddToDirectory(ReadOnlySpan<byte> common, ReadOnlySpan<byte> name)
    {
        Span<byte> rest = stackalloc byte[14];
        rest.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(rest[6..], PlainFile);
        BinaryPrimitives.WriteUInt32LittleEndian(rest[10..], _offset);
        _directory.Write("PK\x1\x2"u8);
        _directory.Write([MadeByUnix & 0xFF, MadeByUnix >> 8]);
        _directory.Write(common);
        _directory.Write(rest);
        _directory.Write(name);
    }

    private static MemoryStream Pack(ReadOnlySpan<byte> content)
    {
        var packed = new MemoryStream();
        using (
            var deflate = new DeflateStream(packed, CompressionLevel.SmallestSize, leaveOpen: true)
        )
        {
            deflate.Write(content);
        }

        return packed;
    }
}

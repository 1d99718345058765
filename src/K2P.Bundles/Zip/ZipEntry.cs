namespace K2P.Bundles.Zip;

/// <summary>One entry of an archive, as its central directory tells it and its local header confirms it.</summary>
internal sealed class ZipEntry
{
    private const int UnixFileType = 0xF000;
    private const int UnixRegular = 0x8000;
    private const int UnixFolder = 0x4000;
    private const int WindowsReparsePoint = 0x400;

    public required string Name { get; init; }

    /// <summary>The name's bytes, if they are neither ASCII nor declared to be UTF-8.</summary>
    public byte[]? LegacyName { get; init; }
    public required ushort Flags { get; init; }
    public required ushort Method { get; init; }
    public required uint Crc { get; init; }
    public required long CompressedSize { get; init; }
    public required long Size { get; init; }
    public required long HeaderOffset { get; init; }
    public required uint Attributes { get; init; }
    public long DataOffset { get; set; }

    public bool IsFolder => Name.EndsWith('/');
    public bool IsEncrypted => (Flags & 0x2041) != 0 || Method == 99;
    public bool HasKnownMethod => Method is 0 or 8;
    public bool HasDescriptor => (Flags & 8) != 0;

    /// <summary>A link, pipe, device or socket: anything but a plain file or a folder.</summary>
    public bool IsSpecial =>
        ((Attributes >> 16) & UnixFileType) is not (0 or UnixRegular or UnixFolder)
        || (Attributes & WindowsReparsePoint) != 0;

    public string FileName => Name[(Name.LastIndexOf('/') + 1)..];
}

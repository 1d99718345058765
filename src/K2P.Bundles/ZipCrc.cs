namespace K2P.Bundles;

/// <summary>The checksum of zip entries (CRC-32, ISO 3309), by table.</summary>
internal static class ZipCrc
{
    private static readonly uint[] Table = Fill();

    public static uint Of(ReadOnlySpan<byte> data)
    {
        var crc = uint.MaxValue;
        foreach (var each in data)
        {
            crc = Table[(byte)(crc ^ each)] ^ (crc >> 8);
        }
        return ~crc;
    }

    private static uint[] Fill()
    {
        var table = new uint[256];
        for (uint i = 0; i < 256; i++)
        {
            var value = i;
            for (var bit = 0; bit < 8; bit++)
            {
                value = (value & 1) == 0 ? value >> 1 : (value >> 1) ^ 0xEDB88320u;
            }
            table[i] = value;
        }
        return table;
    }
}

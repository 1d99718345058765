using System.Text;

namespace K2P.Bundles.Zip;

/// <summary>Names in archives: UTF-8 when declared, else what the writer's code page was, which nothing tells.</summary>
internal static class ZipNames
{
    private const ushort Utf8Flag = 0x800;
    private const ushort UnicodePathField = 0x7075;

    /// <summary>Code page 437, the format's own default, from byte 0x80.</summary>
    private const string CodePage437 =
        "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0";

    /// <summary>Code page 850, Windows' for Western Europe.</summary>
    private const string CodePage850 =
        "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0";

    /// <summary>Code page 1252 from byte 0x80 to 0x9F; above it is Latin-1.</summary>
    private const string CodePage1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

    private static readonly UTF8Encoding StrictUtf8 = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    /// <summary>The name as most programs would show it, or null when it is declared to be UTF-8 and is not.</summary>
    public static string? Decode(
        ReadOnlySpan<byte> raw,
        ushort flags,
        ReadOnlySpan<byte> extra,
        out byte[]? legacy
    )
    {
        legacy = null;
        if (Ascii.IsValid(raw))
        {
            return Encoding.ASCII.GetString(raw);
        }

        var utf8 = TryUtf8(raw);
        if ((flags & Utf8Flag) != 0)
        {
            return utf8;
        }

        if (UnicodePath(raw, extra) is { } declared)
        {
            return declared;
        }

        legacy = raw.ToArray();
        return utf8 ?? Decode(raw, CodePage437);
    }

    /// <summary>Other readings of a name whose encoding is not declared.</summary>
    public static IEnumerable<string> OtherReadings(byte[] raw) =>
        [Decode(raw, CodePage437), Decode(raw, CodePage850), Decode(raw, CodePage1252)];

    private static string? TryUtf8(ReadOnlySpan<byte> raw)
    {
        try
        {
            return StrictUtf8.GetString(raw);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>The Info-ZIP extra field with the name in UTF-8; it counts only for the name whose checksum it holds.</summary>
    private static string? UnicodePath(ReadOnlySpan<byte> raw, ReadOnlySpan<byte> extra)
    {
        var field = ExtraField.Find(extra, UnicodePathField);
        return
            field.Length > 5
            && field[0] == 1
            && System.Buffers.Binary.BinaryPrimitives.ReadUInt32LittleEndian(field[1..])
                == Crc32.Append(0, raw)
            ? TryUtf8(field[5..])
            : null;
    }

    private static string Decode(ReadOnlySpan<byte> raw, string codePage)
    {
        var text = new StringBuilder(raw.Length);
        foreach (var value in raw)
        {
            var index = value - 0x80;
            text.Append(index >= 0 && index < codePage.Length ? codePage[index] : (char)value);
        }

        return text.ToString();
    }
}

/// <summary>The tagged fields that follow an entry's name.</summary>
internal static class ExtraField
{
    public static ReadOnlySpan<byte> Find(ReadOnlySpan<byte> extra, ushort tag)
    {
        while (extra.Length >= 4)
        {
            var size = System.Buffers.Binary.BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]);
            if (size > extra.Length - 4)
            {
                break;
            }

            if (System.Buffers.Binary.BinaryPrimitives.ReadUInt16LittleEndian(extra) == tag)
            {
                return extra.Slice(4, size);
            }

            extra = extra[(4 + size)..];
        }

        return [];
    }
}

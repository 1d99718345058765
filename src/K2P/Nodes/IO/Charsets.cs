namespace K2P.Nodes.IO;

/// <summary>Java's names of encodings in Python.</summary>
internal static class Charsets
{
    /// <summary>The encoding at that key; empty where KNIME takes the machine's.</summary>
    public static string Python(SettingsReader settings, string key) =>
        Python(settings.TextOrNull(key) ?? "", settings);

    /// <summary>That encoding; the node becomes a stub where Python has no such name.</summary>
    public static string Python(string java, SettingsReader settings) =>
        java.ToUpperInvariant() switch
        {
            "" => "",
            "UTF-8" or "UTF8" => "utf-8",
            "UTF-16" => "utf-16",
            "UTF-16LE" => "utf-16-le",
            "UTF-16BE" => "utf-16-be",
            "US-ASCII" or "ASCII" => "ascii",
            "ISO-8859-1" or "LATIN1" => "iso-8859-1",
            "ISO-8859-2" => "iso-8859-2",
            "ISO-8859-15" => "iso-8859-15",
            "WINDOWS-1250" or "CP1250" => "cp1250",
            "WINDOWS-1251" or "CP1251" => "cp1251",
            "WINDOWS-1252" or "CP1252" => "cp1252",
            "WINDOWS-1253" => "cp1253",
            "WINDOWS-1254" => "cp1254",
            "IBM437" => "cp437",
            "IBM850" => "cp850",
            "IBM00858" => "cp858",
            "GBK" => "gbk",
            "GB2312" => "gb2312",
            "GB18030" => "gb18030",
            "BIG5" => "big5",
            "SHIFT_JIS" or "WINDOWS-31J" => "cp932",
            "EUC-JP" => "euc_jp",
            "EUC-KR" => "euc_kr",
            "KOI8-R" => "koi8_r",
            _ => throw settings.Manual($"The encoding '{java}' has no known name in Python."),
        };
}

using System.Buffers;
using System.Net;
using System.Security;
using System.Text;

namespace K2P.Bundles.Secrets;

/// <summary>A secret that was found: where, never what.</summary>
/// <param name="Path">The file in the bundle.</param>
/// <param name="Key">The path of keys below the file's root, joined by <c>/</c>.</param>
public sealed record FoundSecret(string Path, string Key);

/// <summary>Takes the secrets out of a settings file and leaves every other byte as it is.</summary>
/// <remarks>The file must be well-formed; whoever calls has parsed it before.</remarks>
internal sealed class SettingsBlanker(string xml, string path)
{
    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n/>");

    private readonly StringBuilder _result = new(xml.Length);
    private readonly Stack<string> _configs = new();
    private readonly SecretScan _scan = new();
    private readonly List<FoundSecret> _found = [];
    private int _copied;

    /// <summary>The file's bytes without its secrets, and the keys of those.</summary>
    public static (byte[] Content, IReadOnlyList<FoundSecret> Found) Blank(
        byte[] content,
        string path
    )
    {
        var (encoding, mark) = EncodingOf(content);
        var blanker = new SettingsBlanker(encoding.GetString(content.AsSpan(mark)), path);
        blanker.Run();
        return blanker._found.Count == 0
            ? (content, [])
            : (
                [.. content.AsSpan(0, mark), .. encoding.GetBytes(blanker._result.ToString())],
                blanker._found
            );
    }

    /// <summary>UTF-8 unless a byte order mark or the declaration says otherwise.</summary>
    private static (Encoding Encoding, int MarkLength) EncodingOf(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith(Encoding.Unicode.Preamble))
        {
            return (Encoding.Unicode, 2);
        }

        if (content.StartsWith(Encoding.BigEndianUnicode.Preamble))
        {
            return (Encoding.BigEndianUnicode, 2);
        }

        if (content.StartsWith(Encoding.UTF8.Preamble))
        {
            return (Encoding.UTF8, 3);
        }

        // Latin-1 gives every byte back, and all that is looked at is ASCII in the other encodings that XML knows.
        var start = Encoding.Latin1.GetString(content[..Math.Min(content.Length, 200)]);
        return
            start.Contains("encoding=", StringComparison.Ordinal)
            && !start.Contains("utf-8", StringComparison.OrdinalIgnoreCase)
            ? (Encoding.Latin1, 0)
            : (Encoding.UTF8, 0);
    }

    private void Run()
    {
        for (
            var at = xml.IndexOf('<', StringComparison.Ordinal);
            at >= 0;
            at = xml.IndexOf('<', at)
        )
        {
            at = xml[at + 1] switch
            {
                '!' when xml.AsSpan(at).StartsWith("<!--") => After("-->", at),
                '!' when xml.AsSpan(at).StartsWith("<![CDATA[") => After("]]>", at),
                '?' => After("?>", at),
                '/' => CloseTag(at),
                _ => OpenTag(at),
            };
        }

        _result.Append(xml, _copied, xml.Length - _copied);
    }

    private int After(string end, int at) =>
        xml.IndexOf(end, at, StringComparison.Ordinal) + end.Length;

    private int CloseTag(int at)
    {
        var end = After(">", at);
        if (LocalName(xml.AsSpan(at + 2)) is "config")
        {
            _configs.Pop();
            _scan.Close();
        }

        return end;
    }

    private int OpenTag(int at)
    {
        var tag = new XmlTag(xml, at);
        var name = LocalName(xml.AsSpan(at + 1));
        if (name is "config" && !tag.IsEmpty)
        {
            _configs.Push(tag.Text("key"));
            _scan.Open(tag.Text("key"));
        }
        else if (name is "entry")
        {
            Entry(tag);
        }

        return tag.End;
    }

    private void Entry(XmlTag tag)
    {
        var key = tag.Text("key");
        var value = tag.Text("value");
        if (value.Length == 0 || tag.Text("isnull") == "true")
        {
            return;
        }

        var blanked = _scan.Entry(key, tag.Text("type"), value);
        if (blanked != value)
        {
            var (start, length) = tag.Place("value");
            _result
                .Append(xml, _copied, start - _copied)
                .Append(SecurityElement.Escape(KnimeText.Escape(blanked)));
            _copied = start + length;
            _found.Add(
                new FoundSecret(path, string.Join('/', _configs.Reverse().Skip(1).Append(key)))
            );
        }
    }

    private static ReadOnlySpan<char> LocalName(ReadOnlySpan<char> tag)
    {
        var name = tag[..tag.IndexOfAny(NameEnds)];
        return name[(name.LastIndexOf(':') + 1)..];
    }

    /// <summary>The attributes of one tag of a well-formed file.</summary>
    private readonly struct XmlTag
    {
        private readonly string _xml;
        private readonly Dictionary<string, (int Start, int Length)> _places = new(
            StringComparer.Ordinal
        );

        public XmlTag(string xml, int at)
        {
            _xml = xml;
            while (xml[at] is not '>')
            {
                if (xml[at] is not ('"' or '\''))
                {
                    at++;
                    continue;
                }

                var end = xml.IndexOf(xml[at], at + 1);
                var name = xml.AsSpan(0, at).TrimEnd(" \t\r\n").TrimEnd('=').TrimEnd(" \t\r\n");
                _places[name[(name.LastIndexOfAny(" \t\r\n") + 1)..].ToString()] = (
                    at + 1,
                    end - at - 1
                );
                at = end + 1;
            }

            IsEmpty = xml[at - 1] == '/';
            End = at + 1;
        }

        public bool IsEmpty { get; }
        public int End { get; }

        public (int Start, int Length) Place(string attribute) => _places[attribute];

        public string Text(string attribute) =>
            _places.TryGetValue(attribute, out var place)
                ? KnimeText.Unescape(
                    WebUtility.HtmlDecode(_xml.Substring(place.Start, place.Length))
                )
                : "";
    }
}

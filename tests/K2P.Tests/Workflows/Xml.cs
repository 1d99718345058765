using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace K2P.Tests.Workflows;

/// <summary>The XML of KNIME's settings files: branches and typed entries.</summary>
internal static class Xml
{
    public static readonly XNamespace Space = "http://www.knime.org/2008/09/XMLConfig";

    /// <summary>A branch.</summary>
    public static XElement Config(string key, params IEnumerable<XElement> items) =>
        new(Space + "config", new XAttribute("key", Escape(key)), items);

    /// <summary>An array of texts, as KNIME stores it: its size, and an entry per place.</summary>
    public static XElement Texts(string key, params IReadOnlyList<string> values) =>
        Config(
            key,
            values
                .Select((value, i) => Entry(Number(i), value))
                .Prepend(Entry("array-size", values.Count))
        );

    /// <summary>An array of whole numbers.</summary>
    public static XElement Numbers(string key, params IReadOnlyList<int> values) =>
        Config(
            key,
            values
                .Select((value, i) => Entry(Number(i), value))
                .Prepend(Entry("array-size", values.Count))
        );

    public static XElement Entry(string key, string? value) =>
        value is null
            ? Entry(key, "xstring", "", new XAttribute("isnull", "true"))
            : Entry(key, "xstring", Escape(value));

    public static XElement Entry(string key, int value) => Entry(key, "xint", Number(value));

    public static XElement Entry(string key, bool value) =>
        Entry(key, "xboolean", value ? "true" : "false");

    /// <summary>A weakly encrypted password, as credentials and database nodes store it.</summary>
    public static XElement Password(string key, string value) => Entry(key, "xpassword", value);

    private static XElement Entry(string key, string type, string value, params object[] more) =>
        new(
            Space + "entry",
            new XAttribute("key", Escape(key)),
            new XAttribute("type", type),
            more,
            new XAttribute("value", value)
        );

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Control characters, which XML cannot hold, become <c>%%</c> and five digits.</summary>
    private static string Escape(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            result.Append(
                letter < ' '
                    ? "%%" + ((int)letter).ToString("00000", CultureInfo.InvariantCulture)
                    : letter
            );
        }
        return result.ToString();
    }
}

using System.Collections;
using System.Globalization;
using System.Security;
using System.Text;

namespace K2P.Tests.Support;

/// <summary>A branch of KNIME settings, written as KNIME writes it: <c>new Branch { { "key", 1 }, { "names", new[] { "a" } } }</c>.</summary>
internal sealed class Branch : IEnumerable<KeyValuePair<string, object?>>
{
    private readonly List<KeyValuePair<string, object?>> items = [];

    /// <summary>A string, int, long, double, bool, array of strings or branch; null is a null string.</summary>
    public void Add(string key, object? value) => items.Add(new(key, value));

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>A settings file with this branch as its root.</summary>
    public string File(string name)
    {
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        text.Append(
            CultureInfo.InvariantCulture,
            $"<config xmlns=\"http://www.knime.org/2008/09/XMLConfig\" key=\"{name}\">\n"
        );
        Write(text, items);
        return text.Append("</config>\n").ToString();
    }

    private static void Write(StringBuilder text, IEnumerable<KeyValuePair<string, object?>> items)
    {
        foreach (var (key, value) in items)
        {
            switch (value)
            {
                case Branch branch:
                    Open(text, key);
                    Write(text, branch.items);
                    text.Append("</config>\n");
                    break;
                case IEnumerable<string> array:
                    Open(text, key);
                    var texts = array.ToList();
                    Entry(text, "array-size", "xint", $"{texts.Count}");
                    for (var i = 0; i < texts.Count; i++)
                    {
                        Entry(text, $"{i}", "xstring", texts[i]);
                    }
                    text.Append("</config>\n");
                    break;
                case null:
                    text.Append(
                        CultureInfo.InvariantCulture,
                        $"<entry key=\"{SecurityElement.Escape(key)}\" type=\"xstring\" isnull=\"true\" value=\"\"/>\n"
                    );
                    break;
                default:
                    Entry(text, key, TypeOf(value), TextOf(value));
                    break;
            }
        }
    }

    private static string TypeOf(object value) =>
        value switch
        {
            string => "xstring",
            int => "xint",
            long => "xlong",
            double => "xdouble",
            bool => "xboolean",
            char => "xchar",
            _ => throw new NotSupportedException($"no settings type for {value.GetType()}"),
        };

    private static string TextOf(object value) =>
        value switch
        {
            bool flag => flag ? "true" : "false",
            double number => number.ToString("0.0##############", CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };

    private static void Open(StringBuilder text, string key) =>
        text.Append(
            CultureInfo.InvariantCulture,
            $"<config key=\"{SecurityElement.Escape(key)}\">\n"
        );

    private static void Entry(StringBuilder text, string key, string type, string value) =>
        text.Append(
            CultureInfo.InvariantCulture,
            $"<entry key=\"{SecurityElement.Escape(key)}\" type=\"{type}\" value=\"{SecurityElement.Escape(value)}\"/>\n"
        );
}

using System.Xml;
using K2P.Bundles;

namespace K2P.Workflows;

/// <summary>Reads KNIME's XML settings (<c>org.knime.core.node.config.base.XMLConfig</c>), all versions since 2.0.</summary>
internal static class SettingsFile
{
    /// <summary>The root branch of a settings file.</summary>
    /// <exception cref="BundleException">It is not XML, or not what KNIME writes (<c>invalid_xml</c>).</exception>
    public static SettingsConfig Read(Stream stream, string path)
    {
        using var reader = SafeXml.CreateReader(stream);
        try
        {
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.Element)
                {
                    return reader.LocalName == "config"
                        ? ReadRoot(reader, path)
                        : throw SafeXml.Invalid(
                            path,
                            $"its root is <{reader.LocalName}>, not <config>"
                        );
                }
            }
        }
        catch (XmlException error)
        {
            throw SafeXml.Invalid(path, error);
        }
        throw SafeXml.Invalid(path, "it is empty");
    }

    private static SettingsConfig ReadRoot(XmlReader reader, string path)
    {
        var root = new SettingsConfig(reader.GetAttribute("key") ?? "");
        if (reader.IsEmptyElement)
        {
            return root;
        }
        var open = new Stack<SettingsConfig>();
        open.Push(root);
        while (open.Count > 0 && reader.Read())
        {
            if (reader.NodeType == XmlNodeType.EndElement)
            {
                if (reader.LocalName == "config")
                {
                    open.Pop();
                }
            }
            else if (reader.NodeType == XmlNodeType.Element)
            {
                SafeXml.CheckDepth(reader, path);
                var key = KnimeText.Unescape(reader.GetAttribute("key") ?? "");
                if (reader.LocalName == "config")
                {
                    var config = new SettingsConfig(key);
                    open.Peek().Add(config);
                    if (!reader.IsEmptyElement)
                    {
                        open.Push(config);
                    }
                }
                else if (reader.LocalName == "entry")
                {
                    open.Peek().Add(ReadEntry(reader, key));
                }
            }
        }
        while (reader.Read())
        {
            // The rest of the file must be well-formed, too.
        }
        return root;
    }

    private static SettingsEntry ReadEntry(XmlReader reader, string key)
    {
        var type = TypeOf(reader.GetAttribute("type"));
        var value = reader.GetAttribute("value") ?? "";
        if (type == SettingsType.Password)
        {
            return new SettingsEntry(key, type, null, hasSecret: value.Length > 0);
        }
        var isNull = string.Equals(reader.GetAttribute("isnull"), "true", StringComparison.Ordinal);
        return new SettingsEntry(key, type, isNull ? null : KnimeText.Unescape(value));
    }

    private static SettingsType TypeOf(string? name) =>
        name switch
        {
            "xstring" => SettingsType.Text,
            "xint" => SettingsType.Integer,
            "xlong" => SettingsType.Long,
            "xshort" => SettingsType.Short,
            "xbyte" => SettingsType.Byte,
            "xdouble" => SettingsType.Double,
            "xfloat" => SettingsType.Float,
            "xboolean" => SettingsType.Boolean,
            "xchar" => SettingsType.Character,
            "xpassword" => SettingsType.Password,
            _ => SettingsType.Other,
        };
}

using System.Xml;
using K2P.Bundles;
using K2P.Bundles.Secrets;

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
        var secrets = new SecretScan();
        secrets.Open(root.Key);
        while (open.Count > 0 && reader.Read())
        {
            if (reader.NodeType == XmlNodeType.EndElement)
            {
                if (reader.LocalName == "config")
                {
                    open.Pop();
                    secrets.Close();
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
                        secrets.Open(key);
                    }
                }
                else if (reader.LocalName == "entry")
                {
                    open.Peek().Add(ReadEntry(reader, key, secrets));
                }
            }
        }
        while (reader.Read())
        {
            // The rest of the file must be well-formed, too.
        }
        return root;
    }

    /// <summary>What a secret is never gets further than this line.</summary>
    private static SettingsEntry ReadEntry(XmlReader reader, string key, SecretScan secrets)
    {
        var typeName = reader.GetAttribute("type");
        var type = TypeOf(typeName);
        var value = KnimeText.Unescape(reader.GetAttribute("value") ?? "");
        var clean = secrets.Entry(key, typeName, value);
        var hasSecret = clean.Length < value.Length;
        var isNull =
            type == SettingsType.Password
            || string.Equals(reader.GetAttribute("isnull"), "true", StringComparison.Ordinal);
        return new SettingsEntry(key, type, isNull ? null : clean, hasSecret);
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

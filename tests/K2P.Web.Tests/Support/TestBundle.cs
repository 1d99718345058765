using System.IO.Compression;
using System.Text;

namespace K2P.Web.Tests.Support;

/// <summary>Small bundles, good and bad, made on the spot.</summary>
internal static class TestBundle
{
    public const string Workflow = """
        <?xml version="1.0" encoding="UTF-8"?>
        <config xmlns="http://www.knime.org/2008/09/XMLConfig" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.knime.org/2008/09/XMLConfig http://www.knime.org/XMLConfig_2008_09.xsd" key="workflow.knime">
        <entry key="created_by" type="xstring" value="5.2.1.v202401160838"/>
        <entry key="version" type="xstring" value="5.1.0"/>
        <config key="nodes">
        <config key="node_1">
        <entry key="id" type="xint" value="1"/>
        <entry key="node_settings_file" type="xstring" value="Table Creator (#1)/settings.xml"/>
        <entry key="node_is_meta" type="xboolean" value="false"/>
        <entry key="node_type" type="xstring" value="NativeNode"/>
        </config>
        </config>
        <config key="connections"/>
        </config>
        """;

    public const string Settings = """
        <?xml version="1.0" encoding="UTF-8"?>
        <config xmlns="http://www.knime.org/2008/09/XMLConfig" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.knime.org/2008/09/XMLConfig http://www.knime.org/XMLConfig_2008_09.xsd" key="settings.xml">
        <entry key="factory" type="xstring" value="org.example.NoSuchNodeFactory"/>
        <entry key="node-name" type="xstring" value="Table Creator"/>
        <config key="model"/>
        </config>
        """;

    public static byte[] Good { get; } =
        Zip(("demo/workflow.knime", Workflow), ("demo/Table Creator (#1)/settings.xml", Settings));

    /// <summary>Another bundle that is as good.</summary>
    public static byte[] Other { get; } =
        Zip(
            ("other/workflow.knime", Workflow),
            ("other/Table Creator (#1)/settings.xml", Settings)
        );

    public static byte[] Zip(params ReadOnlySpan<(string Path, string Text)> files)
    {
        var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, text) in files)
            {
                Add(zip, path, Encoding.UTF8.GetBytes(text));
            }
        }

        return memory.ToArray();
    }

    public static byte[] ZipWith(Action<ZipArchive> more)
    {
        var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "demo/workflow.knime", Encoding.UTF8.GetBytes(Workflow));
            Add(zip, "demo/Table Creator (#1)/settings.xml", Encoding.UTF8.GetBytes(Settings));
            more(zip);
        }

        return memory.ToArray();
    }

    public static ZipArchiveEntry Add(ZipArchive zip, string path, byte[] content)
    {
        var entry = zip.CreateEntry(path);
        using var stream = entry.Open();
        stream.Write(content);
        return entry;
    }
}

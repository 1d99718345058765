using System.Globalization;
using System.Text;
using static K2P.Tests.Bundles.HostileCase;

namespace K2P.Tests.Bundles;

/// <summary>What can be wrong with the files inside.</summary>
internal static class XmlCases
{
    private const string Invalid = "invalid_xml";

    public static IEnumerable<HostileCase> All => [.. Documents, .. Encodings, .. References];

    private static IEnumerable<HostileCase> Documents =>
        [
            new("document type", () => SettingsOf("<!DOCTYPE config><config key=\"a\"/>"), Invalid),
            new(
                "entities in entities",
                () =>
                    SettingsOf(
                        "<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]><config key=\"&b;\"/>"
                    ),
                Invalid
            ),
            new(
                "entity from a file",
                () =>
                    SettingsOf(
                        "<!DOCTYPE a [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><config key=\"&a;\"/>"
                    ),
                Invalid
            ),
            new("unknown entity", () => SettingsOf("<config key=\"&a;\"/>"), Invalid),
            new("another root", () => SettingsOf("<html/>"), Invalid),
            new("another root of the workflow", () => FlowOf("<workflow/>"), Invalid),
            new("empty", () => SettingsOf(""), Invalid),
            new("ends too early", () => SettingsOf(SettingsText[..^10]), Invalid),
            new("text behind the root", () => SettingsOf(SettingsText + "more"), Invalid),
            new("attribute twice", () => SettingsOf("<config key=\"a\" key=\"b\"/>"), Invalid),
            new("NUL as a reference", () => SettingsOf("<config key=\"&#0;\"/>"), Invalid),
            new("control character", () => SettingsOf("<config key=\"\u0001\"/>"), Invalid),
            new(
                "conflict markers",
                () => FlowOf($"<<<<<<< HEAD\n{WorkflowText([])}\n=======\n>>>>>>> other\n"),
                Invalid
            ),
            new("no XML at all", () => SettingsOf([0x89, 0x50, 0x4E, 0x47, 0, 1, 2, 3]), Invalid),
            new("100,000 deep", () => SettingsOf(Nested(100_000)), Invalid),
            new("513 deep", () => SettingsOf(Nested(514)), Invalid),
            new("500 deep", () => SettingsOf(Nested(500)), Accepted),
            new(
                "attribute of 1 MiB",
                () => SettingsOf($"<config key=\"{Digits(1 << 20)}\"/>"),
                Accepted
            ),
        ];

    private static IEnumerable<HostileCase> Encodings =>
        [
            new(
                "byte order mark",
                () => SettingsOf([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(SettingsText)]),
                Accepted
            ),
            new(
                "UTF-16",
                () => SettingsOf([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(SettingsText)]),
                Accepted
            ),
            new(
                "bytes that are no UTF-8",
                () => SettingsOf([.. "<config key=\""u8, 0xC3, 0x28, .. "\"/>"u8]),
                Invalid
            ),
            new(
                "unknown encoding",
                () => SettingsOf("<?xml version=\"1.0\" encoding=\"no-such\"?><config key=\"a\"/>"),
                Invalid
            ),
        ];

    private static IEnumerable<HostileCase> References =>
        [
            new("reference to a parent folder", () => Referring("../settings.xml"), Invalid),
            new(
                "reference that comes back",
                () => Referring("Stub (#1)/../Stub (#1)/settings.xml"),
                Invalid
            ),
            new("reference by backslashes", () => Referring("..\\..\\settings.xml"), Invalid),
            new("absolute reference", () => Referring("/etc/passwd"), Invalid),
            new("reference to a drive", () => Referring("C:\\flow\\settings.xml"), Invalid),
            new(
                "metanode that is its own workflow",
                () => FlowOf(WorkflowText(["./workflow.knime"], "MetaNode")),
                Accepted
            ),
            new(
                "two metanodes with one inside",
                () =>
                    RawZip.Write(
                        new RawEntry(
                            "flow/workflow.knime",
                            WorkflowText(
                                ["M (#1)/workflow.knime", "M (#1)/workflow.knime"],
                                "MetaNode"
                            )
                        ),
                        new RawEntry("flow/M (#1)/workflow.knime", WorkflowText([]))
                    ),
                Accepted,
                5
            ),
        ];

    private static byte[] Referring(string file) => RawZip.Write(Workflow(file), Settings());

    private static string Nested(int depth)
    {
        var text = new StringBuilder();
        for (var i = 0; i < depth; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"<config key=\"{i * 7919}\">");
        }

        return text.Insert(text.Length, "</config>", depth).ToString();
    }

    private static string Digits(int count)
    {
        var random = new Random(2);
        return string.Concat(Enumerable.Range(0, count).Select(_ => (char)('a' + random.Next(26))));
    }
}

using System.Globalization;
using System.Text;
using K2P.Tests.Workflows;

namespace K2P.Tests.Bundles;

/// <summary>A file from a stranger, and what must become of it.</summary>
/// <param name="Name">Its name, unique.</param>
/// <param name="Make">Writes it.</param>
/// <param name="Code">The code of the service's refusal; <c>accepted</c> where there is none.</param>
/// <param name="Exit">The exit code of the converter.</param>
internal sealed record HostileCase(string Name, Func<byte[]> Make, string Code, int Exit)
{
    public const string Accepted = "accepted";

    /// <summary>A case whose exit code is that of its code.</summary>
    public HostileCase(string name, Func<byte[]> make, string code)
        : this(name, make, code, ExitOf(code)) { }

    /// <summary>The archive of a workflow with one node, and more entries.</summary>
    public static byte[] Sent(params IReadOnlyList<RawEntry> more) =>
        RawZip.Write([Workflow(), Settings(), .. more]);

    public static RawEntry Workflow(params IReadOnlyList<string> files) =>
        new(
            "flow/workflow.knime",
            WorkflowText(files.Count == 0 ? ["Stub (#1)/settings.xml"] : files)
        );

    public static RawEntry Settings(string folder = "flow/Stub (#1)") =>
        new($"{folder}/settings.xml", SettingsText);

    /// <summary>The archive with another text as its workflow.</summary>
    public static byte[] FlowOf(string workflow) =>
        RawZip.Write(new RawEntry("flow/workflow.knime", workflow), Settings());

    /// <summary>The archive with another text as its node's settings.</summary>
    public static byte[] SettingsOf(byte[] settings) =>
        RawZip.Write(Workflow(), new RawEntry("flow/Stub (#1)/settings.xml", settings));

    public static byte[] SettingsOf(string settings) =>
        SettingsOf(Encoding.UTF8.GetBytes(settings));

    public static string SettingsText { get; } =
        Xml.Config(
                "settings.xml",
                Xml.Entry("factory", "org.example.StubNodeFactory"),
                Xml.Entry("node-name", "Stub"),
                Xml.Config("model")
            )
            .ToString();

    public static string WorkflowText(IReadOnlyList<string> files, string type = "NativeNode") =>
        Xml.Config(
                "workflow.knime",
                Xml.Entry("version", "5.1.0"),
                Xml.Config(
                    "nodes",
                    files.Select(
                        (file, i) =>
                            Xml.Config(
                                string.Create(CultureInfo.InvariantCulture, $"node_{i + 1}"),
                                Xml.Entry("id", i + 1),
                                Xml.Entry("node_settings_file", file),
                                Xml.Entry("node_is_meta", type != "NativeNode"),
                                Xml.Entry("node_type", type)
                            )
                    )
                ),
                Xml.Config("connections")
            )
            .ToString();

    public override string ToString() => Name;

    private static int ExitOf(string code) =>
        code switch
        {
            Accepted or "missing_settings" or "zip_entry_not_allowed" => 0,
            "missing_workflow" => 3,
            "invalid_xml" => 5,
            _ => 7,
        };
}

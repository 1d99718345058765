using System.Globalization;
using K2P.Diagnostics;

namespace K2P.Workflows;

/// <summary>What differs between the workflow files of KNIME's versions (<c>org.knime.core.util.LoadVersion</c>).</summary>
/// <param name="Version">The version of the format; files that name none are taken for new ones.</param>
internal sealed record WorkflowFormat(Version Version)
{
    private static readonly Version Newest = new(int.MaxValue, 0);

    /// <summary>What is added to the number of a native node's port: before 2.2 there were no flow-variable ports, and data began at 0.</summary>
    public int PortShift => IsBefore(2, 2) ? 1 : 0;

    /// <summary>True where <c>settings.xml</c> names a second file with the node's own settings, <c>node.xml</c>.</summary>
    public bool HasNodeFiles => IsBefore(2, 8);

    /// <summary>The key of the stored flow variables.</summary>
    public string Stack => IsBefore(2, 2) ? "scope_stack" : "flow_stack";

    /// <summary>The format of a whole workflow, nested ones included.</summary>
    /// <exception cref="ConversionException">It is that of KNIME 1, which names wires and factories differently.</exception>
    public static WorkflowFormat Of(SettingsConfig root)
    {
        var format = new WorkflowFormat(Parse(root.Text("version")));
        return format.IsBefore(2, 0)
            ? throw new ConversionException(
                DiagnosticKinds.Unsupported.With(
                    "The workflow was saved by KNIME 1; open it in KNIME 2 to 5, save it there and convert it again."
                )
            )
            : format;
    }

    /// <summary>The KNIME that saved the workflow: <c>5.2.1.v202401291517</c> gives <c>5.2.1</c>.</summary>
    public static string CreatedBy(SettingsConfig root) =>
        string.Join(
            '.',
            (root.Text("created_by") ?? "")
                .Split('.')
                .TakeWhile(part => part.Length > 0 && part.All(char.IsAsciiDigit))
        );

    private bool IsBefore(int major, int minor) => Version < new Version(major, minor);

    /// <summary><c>3.6.0Pre</c> is 3.6.</summary>
    private static Version Parse(string? text)
    {
        var parts = (text ?? "").Split('.');
        return
            parts.Length >= 2
            && int.TryParse(parts[0], NumberStyles.None, null, out var major)
            && int.TryParse(parts[1], NumberStyles.None, null, out var minor)
            ? new Version(major, minor)
            : Newest;
    }
}

using K2P.Python;
using K2P.Workflows;

namespace K2P.Nodes.Flow;

/// <summary>Nodes of a component's view or dialog that only show something, or keep what must not stand in a script.</summary>
/// <param name="info">Which nodes.</param>
/// <param name="reason">Why there is nothing to do.</param>
internal sealed class DialogView(NodeInfo info, string reason) : NodeTranslator<DialogView.Settings>
{
    private const string Js = "org.knime.js.base.node.";

    internal sealed record Settings;

    /// <summary>One for what is shown, one for what is secret.</summary>
    public static IReadOnlyList<NodeTranslator> All { get; } =
    [
        new DialogView(
            new NodeInfo(
                "Text Output",
                [
                    Js + "widget.output.text.TextOutputWidgetNodeFactory",
                    Js + "output.text.TextOutputNodeFactory",
                    "org.knime.quickform.nodes.out.textarea.TextAreaOutputQuickFormOutNodeFactory",
                ]
            )
            {
                Inputs = [],
                Outputs = [],
            },
            "It only shows a text."
        ),
        new DialogView(
            new NodeInfo(
                "Credentials Input",
                [
                    Js + "configuration.input.credentials.CredentialsDialogNodeFactory",
                    Js + "widget.input.credentials.CredentialsWidgetNodeFactory",
                    Js + "quickform.input.credentials.CredentialsInputQuickFormNodeFactory",
                ]
            )
            {
                Inputs = [],
                Outputs = [PortKind.Variable],
            },
            "The functions that need the credentials read them from environment variables."
        ),
    ];

    public override NodeInfo Info => info;

    protected override Settings Read(SettingsReader model)
    {
        model.SkipAll(reason);
        return new Settings();
    }

    protected override IEnumerable<PyStatement> Translate(Settings settings, NodeContext node) =>
        throw node.Skipped(reason);
}

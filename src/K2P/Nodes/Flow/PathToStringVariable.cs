using K2P.Python;
using K2P.Workflows;

namespace K2P.Nodes.Flow;

/// <summary>Path to String (Variable): the path as text; one within KNIME as a <c>knime:</c> URL where the settings ask for it.</summary>
/// <remarks><c>PathToStringVariableNodeModel</c>.</remarks>
internal sealed class PathToStringVariable : NodeTranslator<PathToStringVariable.Settings>
{
    /// <param name="Variables">The variables.</param>
    /// <param name="MakesUrl">A path within KNIME becomes a URL.</param>
    internal sealed record Settings(PathVariables Variables, bool MakesUrl);

    public override NodeInfo Info { get; } =
        new(
            "Path to String (Variable)",
            [
                "org.knime.filehandling.utility.nodes.pathtostring.variable.PathToStringVariableNodeFactory",
            ]
        )
        {
            Result = "variables",
            Inputs = [PortKind.Variable],
            Outputs = [PortKind.Variable],
            Limits = "Variables that are chosen by a pattern; knime: URLs.",
        };

    public override MadeVariables Makes(Node node) => PathVariables.Made(node, "STRING");

    protected override Settings Read(SettingsReader model) =>
        new(PathVariables.Read(model), model.Boolean("create_knime_url"));

    protected override IEnumerable<PyStatement> Translate(Settings settings, NodeContext node)
    {
        node.Summary = "Take paths for texts";
        var pairs = settings.Variables.Of(node, FlowVariable.Location);
        if (
            settings.MakesUrl
            && pairs.FirstOrDefault(pair =>
                node.Stored(pair.From)?.Stored.Text("file_system_type")
                    is not ("LOCAL" or "CUSTOM_URL" or "CONNECTED")
            )
                is { From: { } inKnime }
        )
        {
            node.Partial(
                $"The path '{inKnime}' may be one within KNIME, which becomes a knime: URL; the text is the path as it is."
            );
        }
        yield return Py.Return(
            PyExpression.Dict(
                pairs.Select(pair =>
                    KeyValuePair.Create<string, PyExpression>(pair.To, node.Variable(pair.From))
                )
            )
        );
    }
}

using K2P.Python;
using K2P.Workflows;

namespace K2P.Nodes.Flow;

/// <summary>String to Path (Variable): a path is the text itself.</summary>
/// <remarks><c>StringToPathVariableNodeModel</c>.</remarks>
internal sealed class StringToPathVariable : NodeTranslator<StringToPathVariable.Settings>
{
    /// <param name="Variables">The variables.</param>
    internal sealed record Settings(PathVariables Variables);

    public override NodeInfo Info { get; } =
        new(
            "String to Path (Variable)",
            [
                "org.knime.filehandling.utility.nodes.stringtopath.variable.StringToPathVariableNodeFactory",
            ]
        )
        {
            Result = "variables",
            Inputs = [PortKind.Variable],
            Outputs = [PortKind.Variable],
            Limits =
                "Variables that are chosen by a pattern; paths in connected file systems; the check that the file is there.",
        };

    public override MadeVariables Makes(Node node) =>
        PathVariables.Made(node, FlowVariable.Location);

    protected override Settings Read(SettingsReader model)
    {
        var location = model.Config("file_system").Config("location_spec");
        if (location.Text("file_system_type", "") is "CONNECTED" or "HUB_SPACE")
        {
            throw location.Manual("The paths are in a connected file system.");
        }
        location.SkipAll("a path is looked up by its own name");
        if (model.Boolean("fail_on_missing_file_folder", false))
        {
            throw model.Manual("The node fails where a file is not there.");
        }
        return new Settings(PathVariables.Read(model));
    }

    protected override IEnumerable<PyStatement> Translate(Settings settings, NodeContext node)
    {
        node.Summary = "Take texts for paths";
        yield return Py.Return(
            PyExpression.Dict(
                settings
                    .Variables.Of(node, "STRING")
                    .Select(pair =>
                        KeyValuePair.Create<string, PyExpression>(pair.To, node.Variable(pair.From))
                    )
            )
        );
    }
}

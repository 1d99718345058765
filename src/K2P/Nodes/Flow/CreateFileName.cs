using K2P.Python;
using K2P.Workflows;

namespace K2P.Nodes.Flow;

/// <summary>Create File Name: joins a folder, a name and an extension to a flow variable.</summary>
/// <remarks><c>CreateFilenameNodeModel</c>. The folder need not exist here. Its separator follows from the folder, not from the machine.</remarks>
internal sealed class CreateFileName : NodeTranslator<CreateFileName.Settings>
{
    private const string Default = "filePath";

    /// <param name="Folder">The folder.</param>
    /// <param name="Name">The file's name.</param>
    /// <param name="Extension">Its extension, with or without the dot.</param>
    /// <param name="Variable">The variable.</param>
    /// <param name="Replaces">A variable of that name is replaced; else the new one gets a number.</param>
    internal sealed record Settings(
        string Folder,
        string Name,
        string Extension,
        string Variable,
        bool Replaces
    );

    public override NodeInfo Info { get; } =
        new(
            "Create File Name",
            ["org.knime.base.node.flowvariable.createfilename.CreateFilenameNodeFactory"]
        )
        {
            Result = "variables",
            Inputs = [PortKind.Variable],
            Outputs = [PortKind.Variable],
        };

    public override MadeVariables Makes(Node node) =>
        MadeVariables.One(NameOf(node.Model.Text("OutputFlowVarName")), "STRING");

    private static string NameOf(string? wish) => string.IsNullOrEmpty(wish) ? Default : wish;

    protected override Settings Read(SettingsReader model)
    {
        model.Skip("what the dialog showed", "previewArea");
        return new Settings(
            model.Text("BaseDir"),
            model.Text("FileName"),
            model.Text("FileExtension", ""),
            NameOf(model.TextOrNull("OutputFlowVarName")),
            model.Boolean("OverwriteFlag", false)
        );
    }

    protected override IEnumerable<PyStatement> Translate(Settings settings, NodeContext node)
    {
        node.Summary = "Make the path of a file";
        // KNIME chose the name when it ran: a number stands behind one that was taken.
        var variable =
            node.Node.Variables.Count > 0 ? node.Node.Variables[^1].Name
            : settings.Replaces || !node.Sees(settings.Variable) ? settings.Variable
            : throw node.Manual(
                $"There is a flow variable '{settings.Variable}' already, and the node has not run, so that the name of the new one is not known."
            );
        var path = Py.Expr(
            $"folder_file({settings.Folder}, {settings.Name}, {settings.Extension})"
        );
        yield return Py.Return(PyExpression.Dict([KeyValuePair.Create(variable, path)]));
    }
}

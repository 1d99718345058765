using K2P.Python;
using K2P.Workflows;

namespace K2P.Nodes.Flow;

/// <summary>File Upload: the path of a file that the user chooses, and its URL.</summary>
/// <remarks><c>FileUploadQuickFormNodeModel</c>, <c>FileDialogNodeModel</c>, <c>FileUploadWidgetNodeModel</c>. KNIME downloads what is no local file; here its URL stands in both places.</remarks>
internal sealed class FileInput : NodeTranslator<FileInput.Settings>
{
    private const string QuickForm =
        "org.knime.js.base.node.quickform.input.fileupload.FileUploadQuickFormNodeFactory";

    /// <param name="Input">The variable.</param>
    /// <param name="Path">The path or URL.</param>
    /// <param name="Name">The file's name, which is handed on where there is one.</param>
    /// <param name="HasLocation">A location is handed on, too.</param>
    internal sealed record Settings(DialogInput Input, string Path, string Name, bool HasLocation);

    public override NodeInfo Info { get; } =
        new(
            "File Upload",
            [
                "org.knime.js.base.node.configuration.input.fileupload.FileDialogNodeFactory",
                "org.knime.js.base.node.widget.input.fileupload.FileUploadWidgetNodeFactory",
                QuickForm,
            ]
        )
        {
            Result = "variables",
            Inputs = [],
            Outputs = [PortKind.Variable],
            Limits =
                "A file that is not there fails where it is read; KNIME can make the branch inactive.",
        };

    public override MadeVariables Makes(Node node)
    {
        var made = DialogInput.Made(
            node,
            ("", "STRING"),
            (" (URL)", "STRING"),
            (" (file name)", "STRING"),
            (" (Path)", FlowVariable.Location)
        );
        return node.Factory != QuickForm
            ? made
            : new MadeVariables(made.Classes.Where(each => each.Value == "STRING").ToDictionary());
    }

    protected override Settings Read(SettingsReader model)
    {
        model.Skip("which files the dialog offers", "types");
        model.Skip("what KNIME does with a file that it cannot reach", "timeout", "disable_output");
        model.Skip("where KNIME keeps an uploaded file", "store_in_wf_dir");
        var value = model.Config("defaultValue");
        value.Skip("what the dialog found out about the file", "pathValid", "localUpload");
        return new Settings(
            DialogInput.Read(model),
            value.Text("path", ""),
            value.Text("fileName", ""),
            model.Factory != QuickForm
        );
    }

    protected override IEnumerable<PyStatement> Translate(Settings settings, NodeContext node)
    {
        var (input, path, name, hasLocation) = settings;
        node.Summary = $"Hand on {input.Label}";
        var chosen = node.Chosen(
            ["defaultValue", "path"],
            "STRING",
            path,
            input.Variable,
            input.Label
        );
        var url = Py.Expr($"file_url({chosen})");
        List<KeyValuePair<string, PyExpression>> variables =
        [
            new(input.Variable, Py.Expr($"url_path({chosen})")),
            new($"{input.Variable} (URL)", url),
        ];
        if (hasLocation)
        {
            variables.Add(new($"{input.Variable} (Path)", url));
        }
        if (name.Length > 0)
        {
            variables.Add(new($"{input.Variable} (file name)", Py.Expr($"file_name({chosen})")));
        }
        yield return Py.Return(PyExpression.Dict(variables));
    }
}

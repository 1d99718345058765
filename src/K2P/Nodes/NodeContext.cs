using K2P.Diagnostics;
using K2P.Graph;
using K2P.Python;
using K2P.Workflows;

namespace K2P.Nodes;

/// <summary>A file that the generated code reads or writes.</summary>
/// <param name="Path">The path or URL as the node's settings say it.</param>
/// <param name="Mode"><c>read</c> or <c>write</c>.</param>
internal sealed record DataFile(string Path, string Mode);

/// <summary>A keyword parameter of a node's function.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Annotation">Its type.</param>
/// <param name="Default">Its default; null where the caller must give it.</param>
internal sealed record KeywordParameter(PyName Name, PyExpression Annotation, PyExpression? Default)
{
    /// <summary>The flow variable that it stands for; null for other parameters, and where nothing upstream makes the variable.</summary>
    public VariableOrigin? Variable { get; init; }

    /// <summary>True for a flow variable, false for a folder.</summary>
    public bool IsVariable { get; init; }

    /// <summary>What the dialog calls the value, for a parameter that the user of a component or of the workflow sets; null for others.</summary>
    public string? Label { get; init; }
}

/// <summary>What a translator sees of the node's surroundings, and where it says what it did.</summary>
internal sealed class NodeContext
{
    private readonly IReadOnlyList<NodeInput> inputs;
    private readonly PyNames names;
    private readonly List<Diagnostic> diagnostics = [];
    private readonly List<DataFile> files = [];
    private readonly List<KeywordParameter> keywords = [];
    private readonly VariableParameters variables;
    private readonly DialogSettings settings;

    /// <param name="node">The node.</param>
    /// <param name="inputs">Its connected inputs in port order, flow-variable ports left out, with their parameters' names.</param>
    /// <param name="names">The scope of the function's names; the parameters are in it.</param>
    /// <param name="variables">The parameters for flow variables.</param>
    /// <param name="settings">The settings; those that flow variables control hold the variables' values.</param>
    public NodeContext(
        Node node,
        IReadOnlyList<NodeInput> inputs,
        PyNames names,
        VariableParameters variables,
        DialogSettings settings
    )
    {
        Node = node;
        this.inputs = inputs;
        this.names = names;
        this.variables = variables;
        this.settings = settings;
    }

    /// <summary>The node.</summary>
    public Node Node { get; }

    /// <summary>The node's factory class.</summary>
    public string Factory => Node.Factory;

    /// <summary>What the function does, for its docstring: <c>Drop 1 column</c>. No full stop.</summary>
    public string? Summary { get; set; }

    /// <summary>A better noun for what this very node makes than <see cref="NodeInfo.Result"/>, such as a file's stem.</summary>
    public string? ResultName { get; set; }

    internal NodeStatus Status { get; private set; } = NodeStatus.Exact;

    internal IReadOnlyList<Diagnostic> Diagnostics => diagnostics;

    internal IReadOnlyList<DataFile> Files => files;

    internal IReadOnlyList<KeywordParameter> Keywords => keywords;

    /// <summary>The parameters of all connected inputs, in port order.</summary>
    public IReadOnlyList<PyName> Inputs => [.. inputs.Select(input => input.Name)];

    /// <summary>The parameter of an input port; the first port behind the flow-variable port is 0. The node becomes a stub where nothing is connected.</summary>
    public PyName Input(int port = 0) =>
        inputs.FirstOrDefault(input => input.Port == port + 1)?.Name
        ?? throw new UntranslatableException(
            DiagnosticKinds.UnconnectedInput.With($"Nothing is connected to input {port + 1}.")
        );

    /// <summary>A name for a local variable, like the wish; unique in the function.</summary>
    public PyName Local(string wish) => names.Unique(wish, "value");

    /// <summary>The folder below which the function looks for files: adds the parameter <c>data_dir</c>.</summary>
    /// <param name="path">The file's path or URL as the settings say it, for the report.</param>
    public PyName ReadsFile(string path) => UsesFile(path, "read", "data_dir");

    /// <summary>The folder into which the function writes: adds the parameter <c>out_dir</c>.</summary>
    /// <inheritdoc cref="ReadsFile"/>
    public PyName WritesFile(string path) => UsesFile(path, "write", "out_dir");

    /// <summary>Notes a file (a URL) that the function reads without <c>data_dir</c>.</summary>
    public void ReadsUrl(string url) => files.Add(new DataFile(url, "read"));

    /// <summary>A flow variable that the function reads: a keyword parameter with KNIME's stored value as default.</summary>
    /// <exception cref="UntranslatableException">KNIME stored no value for it.</exception>
    public PyName Variable(string name)
    {
        var parameter = variables.Of(name);
        Take(parameter);
        return parameter.Name;
    }

    /// <summary>A value that the user chooses in a dialog: a parameter, which the component's function, or else <c>main()</c>, has too.</summary>
    /// <remarks>Where a flow variable controls the setting, it is a literal, for which that variable's parameter is put in.</remarks>
    /// <param name="path">The keys of the setting.</param>
    /// <param name="type">KNIME's type word.</param>
    /// <param name="value">The value in the settings.</param>
    /// <param name="variable">The flow variable that is made of it; what KNIME made in its last run stands above the setting.</param>
    /// <param name="label">What the dialog calls it.</param>
    /// <param name="whyManual">Why an empty text makes the node a stub; null where it does not.</param>
    /// <exception cref="UntranslatableException">The value is none of that type.</exception>
    public PyExpression Chosen(
        IReadOnlyList<string> path,
        string type,
        string value,
        string variable,
        string label,
        string? whyManual = null
    )
    {
        var isControlled = settings.Controls.Any(each => each.Path.SequenceEqual(path));
        var made =
            Node.State == "EXECUTED" && !isControlled
                ? Node.Variables.LastOrDefault(each => each.Name == variable)
                : null;
        if (made is { Value: { } last })
        {
            value = (type, made.Class) is ("BOOLEAN", "INTEGER") ? $"{last != "0"}" : last;
        }
        if (value.Length == 0 && whyManual is not null)
        {
            throw Manual(whyManual);
        }
        var literal =
            FlowVariableLiteral.ValueOf(type, value)
            ?? throw Manual($"The value '{value}' of the flow variable '{variable}' is no {type}.");
        if (isControlled)
        {
            return literal;
        }
        var parameter = new KeywordParameter(
            names.Unique(variable, "value"),
            FlowVariableLiteral.TypeOf(type)!,
            literal
        )
        {
            Label = label,
        };
        Take(parameter);
        return parameter.Name;
    }

    /// <summary>The names of the flow variables that the node sees, in KNIME's order.</summary>
    public IReadOnlyList<string> VisibleVariables => variables.Visible;

    /// <summary>KNIME's type word for a flow variable; null where nothing tells it.</summary>
    public string? ClassOf(string variable) => variables.ClassOf(variable);

    /// <summary>A flow variable with the value of KNIME's last run; null where it stored none.</summary>
    public FlowVariable? Stored(string variable) => variables.Stored(variable);

    /// <summary>True where the node sees a flow variable of that name, made by the workflow or by a node.</summary>
    public bool Sees(string variable) => variables.Origin(variable) is not null;

    /// <summary>Says that a setting is not honoured: the node is partial.</summary>
    public void Partial(string message) =>
        Say(DiagnosticKinds.Partial, message, NodeStatus.Partial);

    /// <summary>Says that other numbers than KNIME's are possible, and why.</summary>
    public void Approximate(string message) =>
        Say(DiagnosticKinds.Approximate, message, NodeStatus.Approximate);

    /// <summary>Says something that needs no action.</summary>
    public void Note(string message) => diagnostics.Add(DiagnosticKinds.Note.With(message));

    /// <summary>The node has no translation: <c>throw node.Manual("…")</c>.</summary>
    public UntranslatableException Manual(string reason) =>
        new(DiagnosticKinds.Manual.With(reason));

    /// <summary>There is nothing to do in Python, and the node has no outputs: <c>throw node.Skipped("…")</c>.</summary>
    public UntranslatableException Skipped(string reason) =>
        new(DiagnosticKinds.Note.With(reason), NodeStatus.Skipped);

    internal SettingsReader OpenSettings() => new(Node, settings.Model);

    /// <summary>Adds a parameter of the function, once.</summary>
    internal void Take(KeywordParameter parameter)
    {
        if (!keywords.Any(each => each.Name == parameter.Name))
        {
            keywords.Add(parameter);
        }
    }

    /// <summary>Says which variables the code does not hand on, so that the function always sees the value of the last run.</summary>
    /// <param name="passes">Tells whether the code hands a variable on.</param>
    internal void SayWhatStays(Func<VariableOrigin, bool> passes)
    {
        foreach (var keyword in keywords.Where(each => each.IsVariable))
        {
            if (keyword.Variable is not { } origin)
            {
                FixedSetting(
                    $"Nothing upstream makes the flow variable of the parameter '{keyword.Name.Text}'; its default is the value that the workflow stored."
                );
            }
            else if (origin.Setting is not { Used: null } && !passes(origin))
            {
                FixedSetting(
                    $"The flow variable '{origin.Name}' is made by {origin.Producer?.Name} (node {origin.Producer?.Path}) in a way that the code does not follow; the parameter's default is the value of the last run."
                );
            }
            else if (origin.Rival is { } rival)
            {
                FixedSetting(
                    $"{rival.Name} (node {rival.Path}) has not run and may make a flow variable '{origin.Name}' of its own; the code takes the one from upstream of it."
                );
            }
            else if (origin is { Class: null, Setting: null })
            {
                FixedSetting(
                    $"{origin.Producer?.Name} (node {origin.Producer?.Path}) has not run, so that the type of the flow variable '{origin.Name}' is not known."
                );
            }
        }
    }

    /// <summary>Says that a setting stays at the value that it had when the workflow was saved.</summary>
    internal void FixedSetting(string message) =>
        Say(DiagnosticKinds.VariableSetting, message, NodeStatus.Partial);

    internal void ReportUnread(SettingsReader reader)
    {
        foreach (var path in reader.Unread())
        {
            Say(
                DiagnosticKinds.UnreadSetting,
                $"Setting '{path}' was not read: this version of the node is newer than the translation.",
                NodeStatus.Partial
            );
        }
    }

    private PyName UsesFile(string path, string mode, string parameter)
    {
        files.Add(new DataFile(path, mode));
        var name = new PyName(parameter);
        if (!keywords.Any(keyword => keyword.Name == name))
        {
            keywords.Insert(0, new KeywordParameter(name, Py.Expr($"Path"), null));
        }
        return name;
    }

    private void Say(DiagnosticKind kind, string message, NodeStatus atBest)
    {
        diagnostics.Add(kind.With(message));
        if (Status < atBest)
        {
            Status = atBest;
        }
    }
}

/// <summary>A connected input of a node.</summary>
/// <param name="Port">The port's number.</param>
/// <param name="Kind">What flows through it.</param>
/// <param name="Name">The function's parameter.</param>
internal sealed record NodeInput(int Port, PortKind Kind, PyName Name);

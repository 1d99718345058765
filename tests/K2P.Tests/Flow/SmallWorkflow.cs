using System.Text;
using K2P.Bundles;
using K2P.Tests.Support;

namespace K2P.Tests.Flow;

/// <summary>A workflow made in a test, node by node and wire by wire, that is converted and run.</summary>
internal sealed class SmallWorkflow
{
    private readonly Branch nodes = [];
    private readonly Branch wires = [];
    private readonly List<(string File, string Text)> files = [];
    private int wireCount;

    /// <summary>The variables of the workflow itself: name, KNIME's type word, value.</summary>
    public IReadOnlyList<(string Name, string Class, object Value)> Variables { get; init; } = [];

    /// <summary>Adds a native node.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="factory">Its factory class.</param>
    /// <param name="model">Its settings.</param>
    /// <param name="controls">Its settings that variables control: path with slashes, variable.</param>
    /// <param name="stack">The variables that it made in its last run: name, type word, value.</param>
    /// <param name="name">Its name; its folder is called so.</param>
    public SmallWorkflow Add(
        int id,
        string factory,
        Branch model,
        IReadOnlyList<(string Path, string Variable)>? controls = null,
        IReadOnlyList<(string Name, string Class, object Value)>? stack = null,
        string? name = null
    )
    {
        var folder = Register(id, name ?? factory[(factory.LastIndexOf('.') + 1)..], "NativeNode");
        var settings = new Branch
        {
            { "factory", factory },
            { "node-name", name ?? factory[(factory.LastIndexOf('.') + 1)..] },
            { "state", stack is null ? "CONFIGURED" : "EXECUTED" },
            { "model", model },
            { "flow_stack", Stack(stack ?? []) },
        };
        if (controls is { Count: > 0 })
        {
            settings.Add("variables", Controls(controls));
        }
        files.Add(($"{folder}/settings.xml", settings.File("settings.xml")));
        return this;
    }

    /// <summary>Adds a component.</summary>
    public SmallWorkflow AddComponent(
        int id,
        string name,
        SmallWorkflow inside,
        Branch? model = null,
        IReadOnlyList<(string Path, string Variable)>? controls = null
    )
    {
        var folder = Register(id, name, "SubNode");
        var settings = new Branch
        {
            { "name", name },
            { "state", "CONFIGURED" },
            { "model", model ?? [] },
        };
        if (controls is { Count: > 0 })
        {
            settings.Add("variables", Controls(controls));
        }
        files.Add(($"{folder}/settings.xml", settings.File("settings.xml")));
        AddInside(folder, inside);
        return this;
    }

    /// <summary>Adds a metanode.</summary>
    public SmallWorkflow AddMetanode(int id, string name, SmallWorkflow inside)
    {
        AddInside(Register(id, name, "MetaNode"), inside);
        return this;
    }

    /// <summary>Adds a wire; the border of a metanode is node -1.</summary>
    public SmallWorkflow Wire(int source, int sourcePort, int target, int targetPort)
    {
        wires.Add(
            $"connection_{wireCount++}",
            new Branch
            {
                { "sourceID", source },
                { "sourcePort", sourcePort },
                { "destID", target },
                { "destPort", targetPort },
            }
        );
        return this;
    }

    /// <summary>A chain: port 1 of each into port 1 of the next.</summary>
    public SmallWorkflow Chain(params ReadOnlySpan<int> ids)
    {
        for (var i = 1; i < ids.Length; i++)
        {
            Wire(ids[i - 1], 1, ids[i], 1);
        }
        return this;
    }

    /// <summary>Writes the workflow into a folder and converts it.</summary>
    public ConvertedWorkflow Convert(Scratch scratch, string name = "flow")
    {
        foreach (var (file, text) in All())
        {
            scratch.Write($"{name}/{file}", text);
        }
        using var folder = new FolderFiles(scratch.At(name), new ArchiveLimits());
        var conversion = Converter.Convert(folder, new ConversionOptions());
        foreach (var file in conversion.Files)
        {
            scratch.Write($"{name}-out/{file.Name}", Encoding.UTF8.GetString(file.Content.Span));
        }
        return new ConvertedWorkflow(conversion, scratch, $"{name}-out");
    }

    private IEnumerable<(string File, string Text)> All()
    {
        var root = new Branch
        {
            { "created_by", "5.2.0" },
            { "nodes", nodes },
            { "connections", wires },
        };
        if (Variables.Count > 0)
        {
            root.Add("workflow_variables", Stack(Variables));
        }
        return [("workflow.knime", root.File("workflow.knime")), .. files];
    }

    private void AddInside(string folder, SmallWorkflow inside) =>
        files.AddRange(inside.All().Select(file => ($"{folder}/{file.File}", file.Text)));

    private string Register(int id, string name, string type)
    {
        var folder = $"{name} (#{id})";
        var file = type == "MetaNode" ? "workflow.knime" : "settings.xml";
        nodes.Add(
            $"node_{id}",
            new Branch
            {
                { "id", id },
                { "node_settings_file", $"{folder}/{file}" },
                { "node_type", type },
            }
        );
        return folder;
    }

    private static Branch Stack(IReadOnlyList<(string Name, string Class, object Value)> variables)
    {
        var stack = new Branch();
        for (var i = 0; i < variables.Count; i++)
        {
            var (name, type, value) = variables[i];
            stack.Add(
                $"Variable_{i}",
                new Branch
                {
                    { "type", "variable" },
                    { "name", name },
                    { "class", type },
                    { "value", value },
                }
            );
        }
        return stack;
    }

    private static Branch Controls(IReadOnlyList<(string Path, string Variable)> controls)
    {
        var tree = new Branch();
        foreach (var (path, variable) in controls)
        {
            var branch = tree;
            foreach (var key in path.Split('/'))
            {
                var next =
                    branch.FirstOrDefault(item => item.Key == key).Value as Branch ?? new Branch();
                if (branch.All(item => item.Key != key))
                {
                    branch.Add(key, next);
                }
                branch = next;
            }
            branch.Add("used_variable", variable);
            branch.Add("exposed_variable", null);
        }
        return new Branch { { "tree", tree }, { "version", "V_2019_09_13" } };
    }
}

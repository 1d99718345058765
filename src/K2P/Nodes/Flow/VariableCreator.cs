using K2P.Python;
using K2P.Workflows;

namespace K2P.Nodes.Flow;

/// <summary>Variable Creator: flow variables that were typed in.</summary>
/// <remarks><c>VariableCreatorNodeModel</c>; KNIME 5.4 stores a branch per variable, earlier ones three arrays.</remarks>
internal sealed class VariableCreator : NodeTranslator<VariableCreator.Settings>
{
    internal sealed record Settings(IReadOnlyList<Entry> Variables);

    /// <param name="Name">The variable.</param>
    /// <param name="Class">KNIME's type word.</param>
    /// <param name="Value">Its value as text.</param>
    internal sealed record Entry(string Name, string Class, string Value);

    public override NodeInfo Info { get; } =
        new(
            "Variable Creator",
            ["org.knime.base.node.io.variablecreator.VariableCreatorNodeFactory"]
        )
        {
            Result = "variables",
            Inputs = [PortKind.Variable],
            Outputs = [PortKind.Variable],
        };

    public override MadeVariables Makes(Node node)
    {
        try
        {
            return new MadeVariables(
                Read(new SettingsReader(node, node.Model))
                    .Variables.ToDictionary(each => each.Name, each => each.Class)
            );
        }
        catch (UntranslatableException)
        {
            return MadeVariables.Any;
        }
    }

    protected override Settings Read(SettingsReader model)
    {
        if (model.TryConfig("newFlowVariables") is { } list)
        {
            list.Skip("it is the number of branches", "array-size");
            return new Settings([
                .. list.Configs.Select(each => new Entry(
                    each.Text("name"),
                    each.OneOf("type", "BOOLEAN", "DOUBLE", "INTEGER", "LONG", "STRING"),
                    each.Text("value")
                )),
            ]);
        }
        var table = model.Config("variables");
        table.Skip("the types that the dialog offers", "supportedTypes");
        var (names, types, values) = (
            table.Texts("names"),
            table.Texts("types"),
            table.Texts("values")
        );
        return names.Count == types.Count && names.Count == values.Count
            ? new Settings([
                .. names.Select((name, i) => new Entry(name, ClassOf(table, types[i]), values[i])),
            ])
            : throw table.Bad("names", "has another length than the types and the values");
    }

    private static string ClassOf(SettingsReader table, string type) =>
        type switch
        {
            "str" => "STRING",
            "int" => "INTEGER",
            "long" => "LONG",
            "double" => "DOUBLE",
            "bool" => "BOOLEAN",
            _ => throw table.Bad("types", $"has the unknown value '{type}'"),
        };

    protected override IEnumerable<PyStatement> Translate(Settings settings, NodeContext node)
    {
        node.Summary = settings.Variables is [_]
            ? "Make a flow variable"
            : $"Make {settings.Variables.Count} flow variables";
        var values = settings.Variables.Select(each =>
            KeyValuePair.Create(
                each.Name,
                each.Class == "BOOLEAN"
                    ? PyExpression.Literal(
                        each.Value.Equals("true", StringComparison.OrdinalIgnoreCase)
                    )
                    : FlowVariableLiteral.ValueOf(each.Class, each.Value)
                        ?? throw node.Manual(
                            $"The value of the flow variable '{each.Name}' is no {each.Class}."
                        )
            )
        );
        yield return Py.Return(PyExpression.Dict(values));
    }
}

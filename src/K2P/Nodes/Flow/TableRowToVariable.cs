using K2P.Nodes.Shared;
using K2P.Python;
using K2P.Workflows;

namespace K2P.Nodes.Flow;

/// <summary>Table Row to Variable: the first row's cells are flow variables that the columns name.</summary>
/// <remarks><c>TableToVariableNodeModel</c>, <c>TableToVariable2NodeModel</c>, <c>TableToVariable3NodeModel</c>; the first knows no longs, booleans and lists.</remarks>
internal sealed class TableRowToVariable : NodeTranslator<TableRowToVariable.Settings>
{
    private const string First =
        "org.knime.base.node.flowvariable.tablerowtovariable.TableToVariableNodeFactory";
    private const string Third =
        "org.knime.base.node.flowvariable.tablerowtovariable3.TableToVariable3NodeFactory";

    /// <param name="Missing">What happens to a missing cell: fail, default or omit.</param>
    /// <param name="Columns">The columns.</param>
    /// <param name="IsOld">The node knows integers, doubles and texts only.</param>
    internal sealed record Settings(
        string Missing,
        string Text,
        int Integer,
        long Long,
        double Double,
        bool Boolean,
        ColumnSelection Columns,
        bool IsOld
    );

    public override NodeInfo Info { get; } =
        new(
            "Table Row to Variable",
            [
                Third,
                "org.knime.base.node.flowvariable.tablerowtovariable2.TableToVariable2NodeFactory",
                First,
            ]
        )
        {
            Result = "variables",
            Outputs = [PortKind.Variable],
            Limits =
                "The oldest of the three nodes makes doubles of long integers; here they stay integers.",
        };

    public override MadeVariables Makes(Node node) =>
        MadeVariables.One("RowID", "STRING") with
        {
            AndOthers = true,
        };

    protected override Settings Read(SettingsReader model)
    {
        if (model.Factory == Third)
        {
            return new Settings(
                model.OneOf("missing_value_policy", "FAIL", "DEFAULT", "OMIT").ToLowerInvariant(),
                model.Text("default_value_string", ""),
                model.Integer("default_value_integer"),
                model.Long("default_value_long", 0),
                model.Double("default_value_double"),
                model.Text("default_value_boolean") == "true",
                ColumnSelection.Read(model, "column_selection"),
                false
            );
        }
        var isOld = model.Factory == First;
        var missing = model.Has("CFG_FAILONMISS")
            ? model.OneOf("CFG_FAILONMISS", "Fail", "Use Defaults", "Omit")
            : "Use Defaults";
        return new Settings(
            missing switch
            {
                "Fail" => "fail",
                "Omit" => "omit",
                _ => "default",
            },
            model.Text("CFG_String", "missing"),
            model.Integer("CFG_Integer", 0),
            model.Long("CFG_Long", 0),
            model.Double("CFG_Double", 0),
            model.Text("CFG_Boolean", "false") == "true",
            ColumnSelection.Everything,
            isOld
        );
    }

    protected override IEnumerable<PyStatement> Translate(Settings settings, NodeContext node)
    {
        node.Summary = "Make flow variables of the first row";
        var arguments = new PyArguments { settings.Columns.Keep(node, node.Input()) };
        if (settings.Missing == "default")
        {
            if (!settings.IsOld && settings.Integer != settings.Long)
            {
                node.Partial(
                    "Missing cells of int and long columns have different defaults; a DataFrame does not tell them apart, and both get that for int."
                );
            }
            arguments.Add(
                Py.Expr(
                    $"{{'text': {settings.Text}, 'integer': {settings.Integer}, 'double': {settings.Double}, 'boolean': {(settings.IsOld ? PyExpression.Literal(settings.Integer) : PyExpression.Literal(settings.Boolean))}}}"
                )
            );
        }
        else if (settings.Missing == "omit")
        {
            arguments.Add("skip_missing", PyExpression.Literal(true));
        }
        if (settings.IsOld)
        {
            arguments.Add("old", PyExpression.Literal(true));
        }
        yield return Py.Return($"first_row_variables({arguments})");
    }
}

using K2P.Python;
using K2P.Workflows;

namespace K2P.Nodes.Flow;

/// <summary>Table Column to Variable: each cell of a column is a flow variable that its RowID names.</summary>
/// <remarks><c>TableColumnToVariableNodeModel</c>, and the same with 2, 3 and 4 in their names.</remarks>
internal sealed class TableColumnToVariable : NodeTranslator<TableColumnToVariable.Settings>
{
    private const string First =
        "org.knime.base.node.flowvariable.tablecoltovariable.TableColumnToVariableNodeFactory";

    /// <param name="Column">The column.</param>
    /// <param name="SkipsMissing">Missing cells make no variable; else the node fails.</param>
    /// <param name="IsOld">The node knows integers, doubles and texts only.</param>
    internal sealed record Settings(string Column, bool SkipsMissing, bool IsOld);

    public override NodeInfo Info { get; } =
        new(
            "Table Column to Variable",
            [
                "org.knime.base.node.flowvariable.tablecoltovariable4.TableColumnToVariable4NodeFactory",
                "org.knime.base.node.flowvariable.tablecoltovariable3.TableColumnToVariable3NodeFactory",
                "org.knime.base.node.flowvariable.tablecoltovariable2.TableColumnToVariable2NodeFactory",
                First,
            ]
        )
        {
            Result = "variables",
            Outputs = [PortKind.Variable],
            Limits =
                "The oldest of the four nodes makes doubles of long integers; here they stay integers.",
        };

    public override MadeVariables Makes(Node node) => MadeVariables.Any;

    protected override Settings Read(SettingsReader model)
    {
        var skips = model switch
        {
            _ when model.Has("missingOperation") => model.OneOf(
                "missingOperation",
                "IGNORE",
                "FAIL"
            ) == "IGNORE",
            _ when model.Has("skip_missing") => model.Boolean("skip_missing"),
            _ => model.Boolean("ignore missing"),
        };
        var column = model.TextOrNull("column");
        if (model.TryConfig("column") is { } choice)
        {
            column = choice.Boolean("useRowID", false)
                ? throw choice.Manual("The RowID is chosen in place of a column.")
                : choice.TextOrNull("columnName");
        }
        return string.IsNullOrEmpty(column)
            ? throw model.Manual("No column is chosen; KNIME takes one by the table's types.")
            : new Settings(column, skips, model.Factory == First);
    }

    protected override IEnumerable<PyStatement> Translate(Settings settings, NodeContext node)
    {
        node.Summary = "Make flow variables of a column";
        var arguments = new PyArguments { Py.Expr($"{node.Input()}[{settings.Column}]") };
        if (!settings.SkipsMissing)
        {
            arguments.Add("skip_missing", PyExpression.Literal(false));
        }
        if (settings.IsOld)
        {
            arguments.Add("old", PyExpression.Literal(true));
        }
        yield return Py.Return($"column_variables({arguments})");
    }
}

using K2P.Nodes.Shared;
using K2P.Python;

namespace K2P.Nodes.Values;

/// <summary>Nodes that replace the chosen columns of a table by converted ones.</summary>
internal static class ColumnConversion
{
    /// <param name="node">The node.</param>
    /// <param name="columns">The chosen columns.</param>
    /// <param name="compatible">The condition that a column is of a type that can be converted; the others are left as they are.</param>
    /// <param name="convert">The converted column.</param>
    /// <param name="summary">What the function does.</param>
    /// <param name="hasModel">The node has a second output, for PMML.</param>
    public static IEnumerable<PyStatement> Statements(
        NodeContext node,
        ColumnSelection columns,
        Func<PyExpression, PyExpression> compatible,
        Func<PyExpression, PyExpression> convert,
        string summary,
        bool hasModel
    )
    {
        PyExpression result = node.Input();
        columns.Report(node);
        node.Summary = summary;
        if (!columns.IsEmpty)
        {
            var names = node.Local("names");
            var name = node.Local("name");
            yield return Py.Assign(names, columns.Names(node, result, compatible, name));
            result = Py.Expr(
                $"{result}.assign(**{{{name}: {convert(Py.Expr($"{result}[{name}]"))} for {name} in {names}}})"
            );
        }
        if (hasModel)
        {
            node.Partial("The PMML model at the second output is not made: it is None.");
            result = Py.Expr($"({result}, None)");
        }
        yield return Py.Return(result);
    }
}

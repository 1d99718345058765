using K2P.Nodes.Shared;
using K2P.Python;

namespace K2P.Nodes.Values;

/// <summary>Double to Integer: rounds doubles to integers or longs; what is out of range is missing.</summary>
/// <remarks><c>DoubleToIntNodeModel</c>. Longs become integers, too; integers stay what they are.</remarks>
internal sealed class DoubleToInteger : NodeTranslator<DoubleToInteger.Settings>
{
    internal sealed record Settings(ColumnSelection Columns, string How, bool MakesLong);

    public override NodeInfo Info { get; } =
        new("Double to Integer", ["org.knime.base.node.preproc.double2int2.DoubleToIntNodeFactory"])
        {
            Result = "integers",
        };

    protected override Settings Read(SettingsReader model) =>
        new(
            ColumnSelection.Read(model, "include"),
            model.OneOf("typeofround", "round", "floor", "ceil"),
            model.Boolean("long", false)
        );

    protected override IEnumerable<PyStatement> Translate(Settings settings, NodeContext node) =>
        ColumnConversion.Statements(
            node,
            settings.Columns,
            column => Py.Expr($"column_kind({column}) in ['double', 'integer']"),
            column =>
                settings.MakesLong
                    ? Py.Expr($"whole_numbers({column}, {settings.How}, bits=64)")
                    : Py.Expr($"whole_numbers({column}, {settings.How})"),
            settings.How == "round"
                ? "Round numbers to integers"
                : $"Take the {settings.How} of numbers",
            hasModel: false
        );
}

using K2P.Nodes.Shared;
using K2P.Python;
using K2P.Workflows;

namespace K2P.Nodes.Values;

/// <summary>Number to String: prints numbers as Java does.</summary>
/// <remarks><c>AbstractNumberToStringNodeModel</c>: a boolean is an integer there. <c>Double.toString</c> of Java 8 to 18, on which KNIME
/// runs up to 5.x; later versions of Java leave out a digit here and there.</remarks>
internal sealed class NumberToString : NodeTranslator<NumberToString.Settings>
{
    private const string WithModel = "org.knime.base.node.preproc.pmml.";

    internal sealed record Settings(ColumnSelection Columns, bool HasModel);

    public override NodeInfo Info { get; } =
        new(
            "Number to String",
            [
                "org.knime.base.node.preproc.colconvert.numbertostring2.NumberToString2NodeFactory",
                "org.knime.base.node.preproc.colconvert.numbertostring.NumberToStringNodeFactory",
                $"{WithModel}numbertostring3.NumberToString3NodeFactory",
            ]
        )
        {
            Result = "texts",
            Limits =
                "The last digit can differ for doubles below 1e-300 or beyond 9e21 and for tiny powers of two.",
        };

    public override IReadOnlyList<PortKind> OutputsOf(Node node) =>
        node.Factory.StartsWith(WithModel, StringComparison.Ordinal)
            ? [PortKind.Table, PortKind.Model]
            : Info.Outputs;

    protected override Settings Read(SettingsReader model) =>
        new(
            ColumnSelection.Read(model, "include"),
            model.Factory.StartsWith(WithModel, StringComparison.Ordinal)
        );

    protected override IEnumerable<PyStatement> Translate(Settings settings, NodeContext node) =>
        ColumnConversion.Statements(
            node,
            settings.Columns,
            ColumnKinds.IsNumber,
            column => Py.Expr($"number_texts({column})"),
            "Turn numbers into texts",
            settings.HasModel
        );
}

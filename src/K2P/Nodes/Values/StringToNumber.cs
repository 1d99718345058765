using K2P.Nodes.Shared;
using K2P.Python;
using K2P.Workflows;

namespace K2P.Nodes.Values;

/// <summary>String to Number: reads texts as doubles, integers or longs, as Java does.</summary>
/// <remarks><c>AbstractStringToNumberNodeModel</c>. A text that is no number is missing, or an error where the node fails on errors.</remarks>
internal sealed class StringToNumber : NodeTranslator<StringToNumber.Settings>
{
    private const string WithModel = "org.knime.base.node.preproc.pmml.";
    private const string Cells = "org.knime.core.data.def.";

    /// <param name="Columns">The columns to convert.</param>
    /// <param name="Type">The class of the new cells.</param>
    /// <param name="Decimal">The decimal separator.</param>
    /// <param name="Thousands">The thousands separator, or empty.</param>
    /// <param name="TakesSuffixes">Java's suffixes are allowed: <c>1.5d</c>.</param>
    /// <param name="FailsOnError">A text that is no number is an error.</param>
    /// <param name="HasModel">The node has a second output, for PMML.</param>
    internal sealed record Settings(
        ColumnSelection Columns,
        string Type,
        string Decimal,
        string Thousands,
        bool TakesSuffixes,
        bool FailsOnError,
        bool HasModel
    );

    public override NodeInfo Info { get; } =
        new(
            "String to Number",
            [
                "org.knime.base.node.preproc.colconvert.stringtonumber2.StringToNumber2NodeFactory",
                "org.knime.base.node.preproc.colconvert.stringtonumber.StringToNumberNodeFactory",
                $"{WithModel}stringtonumber3.StringToNumber3NodeFactory",
            ]
        )
        {
            Result = "numbers",
            Limits = "Doubles in hexadecimal notation are not read.",
        };

    public override IReadOnlyList<PortKind> OutputsOf(Node node) =>
        node.Factory.StartsWith(WithModel, StringComparison.Ordinal)
            ? [PortKind.Table, PortKind.Model]
            : Info.Outputs;

    protected override Settings Read(SettingsReader model)
    {
        var type = model.TryConfig("parse_type");
        type?.Skip("a type is always there", "is_null");
        return new Settings(
            ColumnSelection.Read(model, "include"),
            type?.OneOf("cell_class", $"{Cells}DoubleCell", $"{Cells}IntCell", $"{Cells}LongCell")[
                Cells.Length..
            ]
                ?? "DoubleCell",
            model.Text("decimal_separator", "."),
            model.Text("thousands_separator", ""),
            model.Boolean("generic_parse", true),
            model.Boolean("fail_on_error", false),
            model.Factory.StartsWith(WithModel, StringComparison.Ordinal)
        );
    }

    protected override IEnumerable<PyStatement> Translate(Settings settings, NodeContext node)
    {
        var (parse, type, summary) = settings.Type switch
        {
            "IntCell" => (Py.Expr($"java_int"), "Int64", "Read texts as integers"),
            "LongCell" => (Py.Expr($"java_long"), "Int64", "Read texts as long integers"),
            _ when settings.TakesSuffixes => (
                Py.Expr($"java_suffixed_double"),
                "float64",
                "Read texts as numbers"
            ),
            _ => (Py.Expr($"java_double"), "float64", "Read texts as numbers"),
        };
        var options = new PyArguments();
        if (settings.Decimal != ".")
        {
            options.Add("decimal", settings.Decimal);
        }
        if (settings.Thousands.Length > 0)
        {
            options.Add("thousands", settings.Thousands);
        }
        if (settings.FailsOnError)
        {
            options.Add("strict", true);
        }
        return ColumnConversion.Statements(
            node,
            settings.Columns,
            ColumnKinds.IsText,
            column => Py.Expr($"parse_numbers({column}, {parse}, {type}, {options})"),
            summary,
            settings.HasModel
        );
    }
}

using K2P.Nodes.Shared;
using K2P.Python;

namespace K2P.Nodes.Values;

/// <summary>Number Rounder, once Round Double: rounds numbers to decimal places or significant digits.</summary>
/// <remarks><c>RoundDoubleNodeModel</c>, <c>RoundDoubleCellFactory</c>: rounds the decimal number that Java prints for the double.</remarks>
internal sealed class RoundDouble : NodeTranslator<RoundDouble.Settings>
{
    /// <param name="Columns">The columns to round.</param>
    /// <param name="Digits">How many digits to keep.</param>
    /// <param name="IsSignificant">They are significant digits, not decimal places.</param>
    /// <param name="Rounding">Python's name of the rounding mode.</param>
    /// <param name="Suffix">What the names of new columns end in; null where columns are replaced.</param>
    internal sealed record Settings(
        ColumnSelection Columns,
        int Digits,
        bool IsSignificant,
        string Rounding,
        string? Suffix
    );

    public override NodeInfo Info { get; } =
        new("Number Rounder", ["org.knime.base.node.preproc.rounddouble.RoundDoubleNodeFactory"])
        {
            Result = "rounded",
            Limits = "Results are doubles: no texts, no automatic types.",
        };

    protected override Settings Read(SettingsReader model) =>
        model.Has("StringColNames") ? ReadOlder(model) : ReadNewer(model);

    private static Settings ReadOlder(SettingsReader model)
    {
        var isText = model.Has("OutputType")
            ? model.Text("OutputType") != "Double"
            : model.Boolean("OutputAsString", false);
        model.Skip("the newer key says the same", "OutputAsString");
        if (isText)
        {
            throw model.Manual("The rounded numbers are to be texts.");
        }
        var suffix = model.Text("ColumnSuffix", "");
        return new Settings(
            ColumnSelection.Read(model, "StringColNames"),
            model.Integer("PrecisionNumer"),
            model.Has("NumberMode")
                && model.OneOf("NumberMode", "Decimal places", "Significant figures")
                    == "Significant figures",
            "ROUND_"
                + model.OneOf(
                    "RoundingMode",
                    "HALF_UP",
                    "UP",
                    "DOWN",
                    "CEILING",
                    "FLOOR",
                    "HALF_DOWN",
                    "HALF_EVEN"
                ),
            model.Boolean("AppendColumns") ? suffix : null
        );
    }

    private static Settings ReadNewer(SettingsReader model)
    {
        if (
            model.OneOf(
                "outputMode",
                "AUTO",
                "DOUBLE",
                "STANDARD_STRING",
                "PLAIN_STRING",
                "ENGINEERING_STRING"
            ) != "DOUBLE"
        )
        {
            throw model.Manual("The rounded numbers are to be of other types than doubles.");
        }
        var method = model.Config("roundingMethod");
        var isOther = method.OneOf("standard", "HALF_AWAY_FROM_ZERO", "OTHER") == "OTHER";
        var advanced = method.Text("advanced");
        var suffix = model.Text("ColumnSuffix", "");
        return new Settings(
            ColumnSelection.Read(model, "columnsToFormat"),
            model.Integer("PrecisionNumer"),
            model.OneOf("numberModeV2", "DECIMALS", "SIGNIFICANT_DIGITS") == "SIGNIFICANT_DIGITS",
            (isOther ? advanced : "") switch
            {
                "" => "ROUND_HALF_UP",
                "AWAY_FROM_ZERO" => "ROUND_UP",
                "TOWARDS_ZERO" => "ROUND_DOWN",
                "TO_LARGER" => "ROUND_CEILING",
                "TO_SMALLER" => "ROUND_FLOOR",
                "HALF_TOWARDS_ZERO" => "ROUND_HALF_DOWN",
                "HALF_TO_EVEN_DIGIT" => "ROUND_HALF_EVEN",
                _ => throw model.Bad("roundingMethod/advanced", $"is unknown: '{advanced}'"),
            },
            model.OneOf("outputColumn", "REPLACE", "APPEND") == "APPEND" ? suffix : null
        );
    }

    protected override IEnumerable<PyStatement> Translate(Settings settings, NodeContext node)
    {
        var table = node.Input();
        settings.Columns.Report(node);
        node.Summary = settings.IsSignificant
            ? $"Round numbers to {settings.Digits} significant digits"
            : $"Round numbers to {settings.Digits} decimal places";
        var names = node.Local("names");
        var name = node.Local("name");
        var options = new PyArguments();
        if (settings.IsSignificant)
        {
            options.Add("significant", true);
        }
        if (settings.Rounding != "ROUND_HALF_UP")
        {
            options.Add("rounding", settings.Rounding);
        }
        var rounded = Py.Expr($"round_numbers({table}[{name}], {settings.Digits}, {options})");
        yield return Py.Assign(
            names,
            settings.Columns.Names(node, table, ColumnKinds.IsNumber, name)
        );
        yield return settings.Suffix is { } suffix
            ? Py.Return(
                $"{table}.assign(**{{unique_name({name} + {suffix}, {table}.columns): {rounded} for {name} in {names}}})"
            )
            : Py.Return($"{table}.assign(**{{{name}: {rounded} for {name} in {names}}})");
    }
}

using K2P.Python;

namespace K2P.Nodes.Tables;

/// <summary>Reads the settings of Missing Value before KNIME 2.12 (<c>MissingValueHandling2ColSetting</c>).</summary>
internal static class OlderMissingValue
{
    public static MissingValue.Settings Read(SettingsReader model)
    {
        var columns = (model.TryConfig("individual_colsetting")?.Configs ?? [])
            .Select(each => (Names(each), Filling(each)))
            .ToList();
        var kinds = new List<(string Kind, Filling Filling)>();
        foreach (var each in model.TryConfig("meta_colsetting")?.Configs ?? [])
        {
            var filling = Filling(each);
            switch (each.Key)
            {
                case "meta_double":
                    kinds.Add(("double", filling));
                    break;
                case "meta_int":
                    kinds.Add(("integer", filling));
                    break;
                case "meta_string":
                    kinds.Add(("text", filling));
                    break;
                default:
                    kinds.AddRange(
                        new[] { "boolean", "date", "time", "list" }.Select(kind => (kind, filling))
                    );
                    break;
            }
        }
        return new MissingValue.Settings(columns, kinds, [], false);
    }

    /// <summary>A list of names; before KNIME 2.5 one name.</summary>
    private static IReadOnlyList<string> Names(SettingsReader model) =>
        model.TextOrNull("col_names") is { } name ? [name] : model.Texts("col_names");

    private static Filling Filling(SettingsReader model)
    {
        var isDouble = model.Integer("col_types") == 0;
        return model.Integer("miss_method") switch
        {
            -1 => Tables.Filling.None,
            0 => Tables.Filling.RemoveRow,
            1 => Fixed(model.Config("fix_val")),
            2 => isDouble ? Tables.Filling.Mean : Tables.Filling.RoundedMean,
            3 => Tables.Filling.Minimum,
            4 => Tables.Filling.Maximum,
            5 => Tables.Filling.FirstMode,
            _ => throw model.Bad("miss_method", "has an unknown value"),
        };
    }

    private static Filling Fixed(SettingsReader value)
    {
        var type = value.Text("datacell");
        var cell = value.Config(type);
        return type[(type.LastIndexOf('.') + 1)..] switch
        {
            "StringCell" => Tables.Filling.Value(PyExpression.Literal(cell.Text("StringCell"))),
            "DoubleCell" => Tables.Filling.Value(PyExpression.Literal(cell.Double("DoubleCell"))),
            "IntCell" => Tables.Filling.Value(PyExpression.Literal(cell.Integer("IntCell"))),
            _ => throw value.Manual($"A fixed value of the type '{type}' has no translation."),
        };
    }
}

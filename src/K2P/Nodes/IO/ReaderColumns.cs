using System.Globalization;

namespace K2P.Nodes.IO;

/// <summary>What KNIME makes of a column of text.</summary>
internal enum ReaderType
{
    Text,
    Int,
    Long,
    Double,
    Date,
    Time,
}

/// <summary>A column of a file, and what becomes of it.</summary>
/// <param name="Name">Its name in the table.</param>
/// <param name="Type">Its type.</param>
/// <param name="Keep">False where it is left out.</param>
/// <param name="Position">Its place in the table.</param>
internal sealed record ReaderColumn(string Name, ReaderType Type, bool Keep, int Position);

/// <summary>The columns that KNIME found when the node was configured, in the file's order (<c>TableSpecConfig</c>).</summary>
/// <remarks>Four formats: 4.2, 4.3 (<c>V42-</c>, <c>V43TableSpecConfigSerializer</c>), 4.4 to 5.8 (<c>V44…</c>) and 5.9 (<c>transformationParameters</c>).</remarks>
internal static class ReaderColumns
{
    /// <summary>The columns of the formats up to 5.8; null where the files do not all have the same columns.</summary>
    public static IReadOnlyList<ReaderColumn>? Read(SettingsReader spec)
    {
        var columns = spec.Has("table_transformation") ? ReadV44(spec) : ReadV43(spec);
        spec.SkipAll(
            "the rest matters only where files or settings changed after the dialog was closed"
        );
        return columns;
    }

    /// <summary>The columns of 5.9 and later.</summary>
    public static IReadOnlyList<ReaderColumn>? ReadParameters(SettingsReader parameters)
    {
        var columns = new Dictionary<string, ReaderColumn>();
        foreach (var each in parameters.TryConfig("columnTransformation")?.Configs ?? [])
        {
            if (each.TextOrNull("columnName") is not { } name)
            {
                continue;
            }
            columns[name] = new(
                each.TextOrNull("columnRename") ?? name,
                TypeOf(each.Config("productionPath").Text("_converter"), each),
                each.Boolean("includeInOutput"),
                columns.Count
            );
        }
        var files = (parameters.TryConfig("specs")?.Configs ?? [])
            .Select(file =>
                file.Config("spec").Configs.Select(column => column.Text("name")).ToList()
            )
            .ToList();
        parameters.SkipAll(
            "the rest matters only where files or settings changed after the dialog was closed"
        );
        return Order(files, columns);
    }

    private static IReadOnlyList<ReaderColumn>? ReadV44(SettingsReader spec)
    {
        var transformation = spec.Config("table_transformation");
        var skipEmpty = transformation.Boolean("skip_empty_columns", false);
        var all = transformation.Config("columns");
        var columns = new Dictionary<string, ReaderColumn>();
        for (var i = 0; i < all.Integer("num_columns"); i++)
        {
            var each = all.Config(i.ToString(CultureInfo.InvariantCulture));
            var external = each.Config("external_spec");
            var isEmpty = !external.Boolean("has_type", true);
            columns[external.Text("name")] = new(
                each.Text("name"),
                TypeOf(each.Config("production_path").Text("_converter"), each),
                each.Boolean("keep") && !(skipEmpty && isEmpty),
                each.Integer("position")
            );
        }
        var files = spec.Config("individual_specs").Configs.Select(NamesOf).ToList();
        return Order(files, columns);
    }

    private static List<string> NamesOf(SettingsReader file) =>
        [
            .. Enumerable
                .Range(0, file.Integer("num_columns"))
                .Select(i => file.Config(i.ToString(CultureInfo.InvariantCulture)).Text("name")),
        ];

    private static IReadOnlyList<ReaderColumn>? ReadV43(SettingsReader spec)
    {
        var table = spec.Config("datatable_spec_Internals");
        var paths = spec.Config("production_paths_Internals");
        var files = spec.Config("individual_specs_Internals")
            .Keys.Select(key => spec.Config("individual_specs_Internals").Texts(key).ToList())
            .ToList();
        var originals = spec.TextsOrNull("original_names_Internals");
        var places = spec.TextsOrNull("positional_mapping_Internals");
        var keeps = spec.TextsOrNull("keep_Internals");
        var columns = new Dictionary<string, ReaderColumn>();
        for (var i = 0; i < table.Integer("number_columns"); i++)
        {
            var name = table.Config($"column_spec_{i}").Text("column_name");
            columns[originals?[i] ?? name] = new(
                name,
                TypeOf(paths.Text($"production_path_{i}_converter"), paths),
                keeps is null || keeps[i] == "true",
                places is null ? i : int.Parse(places[i], CultureInfo.InvariantCulture)
            );
        }
        foreach (
            var name in files.SelectMany(names => names).Where(name => !columns.ContainsKey(name))
        )
        {
            columns[name] = new(name, ReaderType.Text, Keep: false, columns.Count);
        }
        return Order(files, columns);
    }

    private static List<ReaderColumn>? Order(
        List<List<string>> files,
        Dictionary<string, ReaderColumn> columns
    ) =>
        files.Count == 0
        || files.Any(names => !names.SequenceEqual(files[0]))
        || files[0].Any(name => !columns.ContainsKey(name))
            ? null
            : [.. files[0].Select(name => columns[name])];

    private static ReaderType TypeOf(string converter, SettingsReader settings) =>
        converter.Split('$')[0].Split('.')[^1] switch
        {
            "IntCell" => ReaderType.Int,
            "LongCell" => ReaderType.Long,
            "DoubleCell" => ReaderType.Double,
            "StringCell" or "XMLCellFactory" or "JSONCellFactory" => ReaderType.Text,
            "LocalDateCell" or "LocalDateCellFactory" => ReaderType.Date,
            "LocalTimeCell" or "LocalTimeCellFactory" => ReaderType.Time,
            _ => throw settings.Manual($"A column is read by the converter '{converter}'."),
        };
}

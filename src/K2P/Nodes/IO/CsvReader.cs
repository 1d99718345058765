using K2P.Python;

namespace K2P.Nodes.IO;

/// <summary>CSV Reader and File Reader since 4.2: text files, cut by univocity's parser.</summary>
/// <remarks>
/// The types of the columns are those that the dialog found and the settings hold; without them they are guessed as
/// KNIME does. A file whose columns changed since is read by position, where KNIME would fail or guess again.
/// </remarks>
internal sealed class CsvReader : NodeTranslator<CsvReader.Settings>
{
    internal sealed record Settings(
        FileChoice Files,
        CsvFormat Format,
        CsvRows Rows,
        IReadOnlyList<ReaderColumn>? Columns,
        string? PathColumn
    );

    public override NodeInfo Info { get; } =
        new(
            "CSV Reader",
            [
                "org.knime.base.node.io.filehandling.csv.reader.CSVTableReaderNodeFactory",
                "org.knime.base.node.io.filehandling.csv.reader.FileReaderNodeFactory",
                "org.knime.base.node.io.filehandling.filereader.FileReaderNodeFactory",
            ]
        )
        {
            Inputs = [],
            Limits =
                "Connected file systems; quotes kept; folders of files with different columns.",
        };

    protected override Settings Read(SettingsReader model)
    {
        if (model.TryConfig("csvReaderParameters") is { } parameters)
        {
            return new(
                FileChoice.ReadParameters(
                    parameters.Config("multiFileSelectionParams").Config("source")
                ),
                CsvFormat.ReadParameters(parameters),
                CsvRows.ReadParameters(parameters),
                model.TryConfig("transformationParameters") is { } found
                    ? ReaderColumns.ReadParameters(found)
                    : null,
                PathColumnOf(parameters.Config("multiFileReaderParams"))
            );
        }
        var settings = model.Config("settings");
        var advanced = model.Config("advanced_settings");
        settings.Skip("they served the dialog", "autodetect_buffer_size");
        advanced.Skip(
            "limits of memory, and what happens when files change",
            "maximum_number_of_columns",
            "limit_memory_per_column",
            "min_chunk_size_in_bytes",
            "max_num_chunks_per_file",
            "no_row_delimiters_in_quotes",
            "spec_merge_mode",
            "fail_on_differing_specs",
            "check_table_spec"
        );
        var appendsPath = advanced.Boolean("append_path_column_Internals", false);
        var pathColumn = advanced.Text("path_column_name_Internals", "Path");
        return new(
            FileChoice.ReadChooser(settings.Config("file_selection")),
            CsvFormat.Read(settings, advanced, model.Config("encoding")),
            CsvRows.Read(settings, advanced, model.Config("limit_rows")),
            model.TryConfig("table_spec_config_Internals") is { } spec
                ? ReaderColumns.Read(spec)
                : null,
            appendsPath ? pathColumn : null
        );
    }

    private static string? PathColumnOf(SettingsReader multi)
    {
        multi.Skip("what happens when files change", "howToCombineColumns");
        var name = multi.TextOrNull("appendPathColumn");
        return multi.Boolean("appendPathColumn_is_present") ? name : null;
    }

    protected override IEnumerable<PyStatement> Translate(Settings settings, NodeContext node)
    {
        node.Summary = $"Read {settings.Files.Location.Name}";
        settings.Format.ReportTo(node);
        var source = settings.Files.Location.Input(node);
        var table = node.Local("table");
        var columns = settings.Columns;
        var types = node.Local("types");
        if (columns is not null)
        {
            yield return Py.Assign(types, PyExpression.Dict(TypesOf(settings, columns)));
        }
        var file = settings.Files.Folder is null ? source : node.Local("file");
        var text = Py.Expr(
            $"csv_text({settings.Format.TextArguments(file, settings.Rows.SkippedLines)})"
        );
        var read = Py.Expr($"pd.read_csv({ReadArguments(settings, text, types)})");
        if (settings.Files.Folder is { } folder)
        {
            if (
                settings.Rows is not { Skipped: 0, Limit: null, HasRowIds: false }
                || columns is null
            )
            {
                throw node.Manual(
                    "Several files are read with limits, RowIDs or columns that are not known."
                );
            }
            var files = Py.Expr($"files_in({folder.Arguments(source)})");
            var made = settings.PathColumn is { } column
                ? Py.Expr($"{read}.assign({PathArgument(column, settings.Files, file, node)})")
                : read;
            var tables = Py.Expr($"[{made} for {file} in {files}]");
            yield return Py.Assign(table, $"pd.concat({tables}, ignore_index=True)");
        }
        else
        {
            yield return Py.Assign(table, read);
        }
        foreach (var step in Finish(settings, table, columns))
        {
            yield return step;
        }
        if (settings is { PathColumn: { } name, Files.Folder: null })
        {
            yield return Py.Assign(
                table,
                $"{table}.assign({new PyArguments { { name, settings.Files.Location.Shown } }})"
            );
        }
        yield return Py.Return(table);
    }

    /// <summary>The path of one of several files, as KNIME's path cells have it.</summary>
    private static PyArguments PathArgument(
        string column,
        FileChoice files,
        PyExpression file,
        NodeContext node
    )
    {
        if (files.Folder is { Subfolders: true })
        {
            throw node.Manual("The paths of files in subfolders are appended.");
        }
        var folder = files.Location.Shown;
        var separator = folder.Contains('\\') ? "\\" : "/";
        return new PyArguments
        {
            { column, Py.Expr($"{folder.TrimEnd('/', '\\') + separator} + {file}.name") },
        };
    }

    private static IEnumerable<PyStatement> Finish(
        Settings settings,
        PyName table,
        IReadOnlyList<ReaderColumn>? columns
    )
    {
        var (rows, format) = (settings.Rows, settings.Format);
        if (columns is null)
        {
            yield return Py.Assign(table, $"trim_texts({table})");
            if (rows.HasHeader)
            {
                yield return Py.Assign(table, $"first_row_as_header({table})");
            }
            else
            {
                yield return Py.Assign(table, $"{table}.add_prefix('Column')");
            }
        }
        else if (
            rows.HasRowIds
            || columns.Any(column => column.Keep && TypeIn(format, column) == "object")
        )
        {
            yield return Py.Assign(table, $"trim_texts({table})");
        }
        if (rows.Skipped > 0)
        {
            yield return Py.Assign(
                table,
                rows.Limit is { } limit
                    ? Py.Expr(
                        $"{table}.iloc[{rows.Skipped}:{rows.Skipped + limit}].reset_index(drop=True)"
                    )
                    : Py.Expr($"{table}.iloc[{rows.Skipped}:].reset_index(drop=True)")
            );
        }
        else if (rows.Limit is { } limit && columns is null)
        {
            yield return Py.Assign(table, $"{table}.head({limit})");
        }
        if (rows.HasRowIds)
        {
            yield return Py.Assign(
                table,
                columns is null
                    ? Py.Expr($"with_row_ids({table}, {table}.columns[0])")
                    : Py.Expr($"with_row_ids({table}, {RowIdName(columns)})")
            );
        }
        if (columns is null)
        {
            var arguments = new PyArguments { table };
            if (rows.ScannedRows is { } scanned)
            {
                arguments.Add("rows", scanned);
            }
            format.AddNumberArguments(arguments);
            yield return Py.Assign(table, $"guess_numbers({arguments})");
            yield break;
        }
        foreach (var step in Convert(settings, table, columns))
        {
            yield return step;
        }
    }

    private static IEnumerable<PyStatement> Convert(
        Settings settings,
        PyName table,
        IReadOnlyList<ReaderColumn> columns
    )
    {
        var format = settings.Format;
        var kept = columns.Where(column => column.Keep).ToList();
        var numbers = kept.Where(column => IsParsedLater(format, column))
            .Select(column =>
                KeyValuePair.Create(
                    column.Name,
                    PyExpression.Literal(
                        column.Type switch
                        {
                            ReaderType.Int => "int",
                            ReaderType.Long => "long",
                            _ => "double",
                        }
                    )
                )
            )
            .ToList();
        if (numbers.Count > 0)
        {
            var arguments = new PyArguments { table, PyExpression.Dict(numbers) };
            format.AddNumberArguments(arguments);
            yield return Py.Assign(table, $"with_numbers({arguments})");
        }
        var times = new PyArguments();
        foreach (var column in kept)
        {
            if (column.Type == ReaderType.Date)
            {
                times.Add(column.Name, $"pd.to_datetime({table}[{column.Name}])");
            }
            if (column.Type == ReaderType.Time)
            {
                times.Add(
                    column.Name,
                    $"{table}[{column.Name}].map(dt.time.fromisoformat, na_action='ignore')"
                );
            }
        }
        if (times.Count > 0)
        {
            yield return Py.Assign(table, $"{table}.assign({times})");
        }
        var names = kept.OrderBy(column => column.Position).Select(column => column.Name).ToList();
        if (!names.SequenceEqual(kept.Select(column => column.Name)))
        {
            if (settings is { PathColumn: { } path, Files.Folder: not null })
            {
                names.Add(path);
            }
            yield return Py.Assign(table, $"{table}[{names}]");
        }
    }

    private static PyArguments ReadArguments(Settings settings, PyExpression text, PyName types)
    {
        var (rows, format, columns) = (settings.Rows, settings.Format, settings.Columns);
        var arguments = new PyArguments { text };
        format.AddReadArguments(arguments);
        if (columns is null)
        {
            arguments.Add("header", Py.None);
            arguments.Add("dtype", $"object");
        }
        else
        {
            if (rows.HasHeader)
            {
                arguments.Add("header", 0);
            }
            arguments.Add("names", $"list({types})");
            arguments.Add("dtype", types);
            if (columns.Any(column => !column.Keep))
            {
                var kept = columns.Where(column => column.Keep).Select(column => column.Name);
                arguments.Add("usecols", rows.HasRowIds ? kept.Prepend(RowIdName(columns)) : kept);
            }
            if (rows is { Skipped: 0, Limit: { } limit })
            {
                arguments.Add("nrows", limit);
            }
        }
        arguments.Add("keep_default_na", false);
        arguments.Add("na_values", [""]);
        arguments.Add("skipinitialspace", true);
        return arguments;
    }

    private static IEnumerable<KeyValuePair<string, PyExpression>> TypesOf(
        Settings settings,
        IReadOnlyList<ReaderColumn> columns
    )
    {
        if (settings.Rows.HasRowIds)
        {
            yield return KeyValuePair.Create(RowIdName(columns), Py.Expr($"object"));
        }
        foreach (var column in columns)
        {
            var type = TypeIn(settings.Format, column);
            yield return KeyValuePair.Create(
                column.Name,
                type == "object" ? Py.Expr($"object") : PyExpression.Literal(type)
            );
        }
    }

    private static string RowIdName(IReadOnlyList<ReaderColumn> columns)
    {
        var name = "RowID";
        while (columns.Any(column => column.Name == name))
        {
            name += "_";
        }
        return name;
    }

    private static string TypeIn(CsvFormat format, ReaderColumn column) =>
        !column.Keep || IsParsedLater(format, column)
            ? "object"
            : column.Type switch
            {
                ReaderType.Int => "Int64",
                ReaderType.Double => "float64",
                _ => "object",
            };

    /// <summary>pandas loses digits of large integers where some are missing, and cannot take thousands apart in them.</summary>
    private static bool IsParsedLater(CsvFormat format, ReaderColumn column) =>
        column.Type == ReaderType.Long
        || (column.Type is ReaderType.Int or ReaderType.Double && format.HasOwnNumbers);
}

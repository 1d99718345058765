using K2P.Python;

namespace K2P.Nodes.IO;

/// <summary>CSV Writer, the current one and the one until 4.2.</summary>
/// <remarks>Files are written into the output folder under their own names, whatever folder KNIME wrote them to.</remarks>
internal sealed class CsvWriter : NodeTranslator<CsvWriter.Settings>
{
    private const string OldFactory = "org.knime.base.node.io.csvwriter.CSVWriterNodeFactory";

    /// <param name="Mode">Python's mode of opening: <c>w</c>, <c>a</c> or <c>x</c>.</param>
    /// <param name="IsCommented">True where comments are to stand above the table.</param>
    internal sealed record Settings(
        FileLocation Location,
        string Mode,
        string Separator,
        string Quote,
        string Escape,
        string Quotes,
        string Missing,
        string Decimal,
        string Replacement,
        string Newline,
        string Encoding,
        bool HasHeader,
        bool SkipsHeaderOnAppend,
        bool HasRowIds,
        bool KeepsZeros,
        bool IsScientific,
        bool IsZipped,
        bool IsCommented
    );

    public override NodeInfo Info { get; } =
        new(
            "CSV Writer",
            ["org.knime.base.node.io.filehandling.csv.writer.CSVWriter2NodeFactory", OldFactory]
        )
        {
            Outputs = [],
            Limits = "Comments above the table; compressed files; writing to servers.",
        };

    protected override Settings Read(SettingsReader model) =>
        model.Factory == OldFactory ? ReadOld(model) : ReadNew(model);

    private static Settings ReadNew(SettingsReader model)
    {
        model.Skip("how the dialog checks the settings", "performNewValidation");
        var settings = model.Config("settings");
        var advanced = model.Config("advanced_settings");
        var comments = model.Config("comment_header_settings");
        var chooser = settings.Config("file_chooser_settings");
        chooser.Skip(
            "a writer has one file; folders are made",
            "file_system_chooser__Internals",
            "filter_mode",
            "create_missing_folders"
        );
        var isCommented =
            comments.Boolean("add_time_to_comment", false)
            | comments.Boolean("add_user_to_comment", false)
            | comments.Boolean("add_table_name_to_comment", false)
            | comments.Boolean("add_execution_time_to_comment", false)
            | comments.Boolean("add_custom_text_to_comment", false);
        comments.SkipAll("the comments as a whole are reported");
        return new(
            FileLocation.Read(chooser.Config("path")),
            chooser.OneOf("if_path_exists", "fail", "overwrite", "append") switch
            {
                "fail" => "x",
                "append" => "a",
                _ => "w",
            },
            settings.Text("column_delimiter"),
            settings.Text("quote_char", "").Replace("\0", ""),
            settings.Text("quote_escape_char", "").Replace("\0", ""),
            advanced.OneOf("quote_mode", "STRINGS_ONLY", "ALWAYS", "IF_NEEDED", "NEVER"),
            advanced.Text("missing_value_pattern", ""),
            advanced.Text("decimal_separator", "."),
            advanced.Text("separator_replacement", ""),
            settings.Text("row_delimiter", ""),
            Charsets.Python(model.Config("encoding"), "character_set"),
            settings.Boolean("write_column_header"),
            settings.Boolean("skip_column_header_on_append", false),
            settings.Boolean("write_row_header"),
            advanced.Boolean("keep_trailing_zero_in_decimals", false),
            advanced.Boolean("use_scientific_format", false),
            advanced.Boolean("compress_with_gzip", false),
            isCommented
        );
    }

    private static Settings ReadOld(SettingsReader model)
    {
        var isCommented =
            model.Boolean("addTime", false)
            | model.Boolean("addUser", false)
            | model.Boolean("addTablename", false)
            | model.TextOrNull("userCommentLine") is { Length: > 0 };
        model.Skip(
            "the comments as a whole are reported",
            "commentBegin",
            "commentEnd",
            "commentIndent"
        );
        model.Skip("the right quote is the left one", "quoteEnd");
        model.Skip("separators stay in quoted texts", "ReplSepInStrings");
        return new(
            FileLocation.Of(model.Text("filename")),
            model.OneOf("fileOverwritePolicy", "Overwrite", "Abort", "Append") switch
            {
                "Abort" => "x",
                "Append" => "a",
                _ => "w",
            },
            model.Text("colSeparator"),
            model.Text("quoteBegin", ""),
            // The old writer escapes quotes by its own replacement, or with a backslash.
            model.Text("quoteReplacement", "\\"),
            model.OneOf("quoteMode", "STRINGS", "ALWAYS", "IF_NEEDED", "REPLACE") switch
            {
                "STRINGS" => "STRINGS_ONLY",
                "REPLACE" => "NEVER",
                var mode => mode,
            },
            model.Text("missing", ""),
            model.Text("decimalSeparator", "."),
            model.Text("sepReplacePattern", ""),
            model.OneOf("lineEndingMode", "SYST", "WIN", "LINUX", "MAC") switch
            {
                "WIN" => "\r\n",
                "LINUX" => "\n",
                "MAC" => "\r",
                _ => "",
            },
            Charsets.Python(model, "charSet"),
            model.Boolean("writeColHeader"),
            model.Boolean("skipWriteColHeaderOnAppend", false),
            model.Boolean("writeRowHeader"),
            KeepsZeros: true,
            model.Boolean("scientificExtrema", true),
            model.Boolean("gzip", false),
            isCommented
        );
    }

    protected override IEnumerable<PyStatement> Translate(Settings settings, NodeContext node)
    {
        node.Summary = $"Write {settings.Location.Name}";
        if (settings.Location.IsUrl)
        {
            throw node.Manual("The file is written to a server.");
        }
        if (settings.IsZipped)
        {
            throw node.Manual("The file is compressed.");
        }
        if (settings.IsCommented)
        {
            node.Partial("No comments are written above the table.");
        }
        var folder = node.WritesFile(settings.Location.Path);
        var table = node.Input();
        var arguments = new PyArguments { table, Py.Expr($"{folder} / {settings.Location.Name}") };
        Add("sep", settings.Separator, ",");
        Add("quote", settings.Quote, "\"");
        Add("escape", settings.Escape, "\"");
        Add("quotes", settings.Quotes, "STRINGS_ONLY");
        Add("missing", settings.Missing, "");
        Add("decimal", settings.Decimal, ".");
        Add("separator_replacement", settings.Replacement, "");
        Add("encoding", settings.Encoding.Length == 0 ? "utf-8" : settings.Encoding, "utf-8");
        Add("newline", settings.Newline, "");
        Add("mode", settings.Mode, "w");
        AddFlag("header", settings.HasHeader, true);
        AddFlag("skip_header_on_append", settings.SkipsHeaderOnAppend, false);
        AddFlag("row_ids", settings.HasRowIds, false);
        AddFlag("zeros", settings.KeepsZeros, false);
        AddFlag("scientific", settings.IsScientific, false);
        yield return Py.Do($"write_csv({arguments})");

        void Add(string name, string value, string usual)
        {
            if (value != usual)
            {
                arguments.Add(name, value);
            }
        }
        void AddFlag(string name, bool value, bool usual)
        {
            if (value != usual)
            {
                arguments.Add(name, value);
            }
        }
    }
}

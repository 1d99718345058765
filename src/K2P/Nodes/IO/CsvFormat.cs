using K2P.Python;

namespace K2P.Nodes.IO;

/// <summary>How the text of a file is cut into cells (<c>CSVTableReaderConfig</c>).</summary>
/// <param name="Newline">What ends a row; empty for any line break.</param>
/// <param name="Encoding">Python's name of it; empty where KNIME takes the machine's.</param>
internal sealed record CsvFormat(
    string Separator,
    string Quote,
    string Escape,
    string Comment,
    string Newline,
    string Encoding,
    string Decimal,
    string Thousands,
    bool KeepsQuotes,
    bool KeepsEmptyQuotes
)
{
    public bool HasOwnNumbers => Decimal != "." || Thousands.Length > 0;

    /// <summary>The tabs of 4.2 to 5.8.</summary>
    public static CsvFormat Read(
        SettingsReader settings,
        SettingsReader advanced,
        SettingsReader encoding
    )
    {
        var newline = settings.Text("row_delimiter");
        return new(
            settings.Text("column_delimiter"),
            Sign(settings.Text("quote_char", "")),
            Sign(settings.Text("quote_escape_char", "")),
            Sign(settings.Text("comment_char", "")),
            settings.Boolean("use_line_break_row_delimiter", true) ? "" : newline,
            Charsets.Python(encoding, "charset"),
            Sign(advanced.Text("decimal_separator", ".")),
            Sign(advanced.Text("thousands_separator", "")),
            advanced.OneOf("quote_option", "REMOVE_QUOTES_AND_TRIM", "KEEP_QUOTES")
                == "KEEP_QUOTES",
            !advanced.Boolean("replace_empty_quotes_with_missing")
        );
    }

    /// <summary>The dialog of 5.9 and later.</summary>
    public static CsvFormat ReadParameters(SettingsReader model)
    {
        var format = model.Config("csvFormatParams");
        var quoted = model.Config("quotedStringsParams");
        var encoding = model.Config("fileEncodingParams");
        format.Skip("reads in parallel", "quotedStringsContainNoRowDelimiters");
        var newline = format.Text("customRowDelimiter", "\n");
        var custom = encoding.Text("customEncoding", "");
        return new(
            Unescaped(format.Text("columnDelimiter")),
            Sign(format.Text("quoteCharacter", "")),
            Sign(format.Text("quoteEscapeCharacter", "")),
            Sign(format.Text("commentLineCharacter", "")),
            format.OneOf("rowDelimiterOption", "LINE_BREAK", "CUSTOM") == "CUSTOM"
                ? Unescaped(newline)
                : "",
            encoding.OneOf(
                "fileEncoding",
                "DEFAULT",
                "UTF_8",
                "US_ASCII",
                "ISO_8859_1",
                "UTF_16",
                "UTF_16LE",
                "UTF_16BE",
                "OTHER"
            ) switch
            {
                "DEFAULT" => "",
                "OTHER" => Charsets.Python(custom, encoding),
                "ISO_8859_1" => "iso-8859-1",
                "US_ASCII" => "ascii",
                var name => name.ToLowerInvariant().Replace('_', '-'),
            },
            Sign(format.Text("decimalSeparator", ".")),
            Sign(format.Text("thousandsSeparator", "")),
            quoted.OneOf("quotedStringsOption", "REMOVE_QUOTES_AND_TRIM", "KEEP_QUOTES")
                == "KEEP_QUOTES",
            !quoted.Boolean("replaceEmptyQuotedStringsByMissingValues")
        );
    }

    /// <summary>Says what pandas cannot do.</summary>
    public void ReportTo(NodeContext node)
    {
        if (KeepsQuotes)
        {
            node.Partial("Quotes are to be kept in the texts; they are removed.");
        }
        if (KeepsEmptyQuotes)
        {
            node.Partial("Quoted empty texts are to stay empty texts; they become missing.");
        }
        if (Newline is not ("" or "\n" or "\r\n" or "\r"))
        {
            node.Partial("Line breaks also end a row, not only the sign that the settings name.");
        }
        if (Separator.Length != 1)
        {
            throw node.Manual("The columns are not separated by one sign.");
        }
    }

    /// <summary>The arguments of <c>csv_text</c>.</summary>
    public PyArguments TextArguments(PyExpression source, long skippedLines)
    {
        var arguments = new PyArguments { source };
        if (Comment.Length > 0)
        {
            arguments.Add("comment", Comment);
        }
        if (Encoding.Length > 0)
        {
            arguments.Add("encoding", Encoding);
        }
        if (skippedLines > 0)
        {
            arguments.Add("skip", skippedLines);
        }
        if (Newline.Length > 0)
        {
            arguments.Add("newline", Newline);
        }
        return arguments;
    }

    /// <summary>The arguments of <c>pd.read_csv</c> about separators and quotes.</summary>
    public void AddReadArguments(PyArguments arguments)
    {
        if (Separator != ",")
        {
            arguments.Add("sep", Separator);
        }
        if (Quote.Length == 0)
        {
            arguments.Add("quoting", $"csv.QUOTE_NONE");
        }
        else if (Quote != "\"")
        {
            arguments.Add("quotechar", Quote);
        }
        if (Quote.Length > 0 && Escape != Quote)
        {
            arguments.Add("doublequote", false);
            if (Escape.Length > 0)
            {
                arguments.Add("escapechar", Escape);
            }
        }
        if (Newline.Length > 0)
        {
            arguments.Add("lineterminator", "\n");
        }
    }

    /// <summary>The signs in numbers, where they are not Python's.</summary>
    public void AddNumberArguments(PyArguments arguments)
    {
        if (Decimal != ".")
        {
            arguments.Add("decimal", Decimal);
        }
        if (Thousands.Length > 0)
        {
            arguments.Add("thousands", Thousands);
        }
    }

    private static string Sign(string text) => text.Replace("\0", "");

    private static string Unescaped(string text) =>
        text switch
        {
            "\\t" => "\t",
            "\\n" => "\n",
            "\\r" => "\r",
            "\\r\\n" => "\r\n",
            _ => text,
        };
}

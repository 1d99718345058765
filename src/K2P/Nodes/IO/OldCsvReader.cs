using K2P.Python;

namespace K2P.Nodes.IO;

/// <summary>CSV Reader until 4.1: text cut by KNIME's own tokenizer, types guessed whenever it runs.</summary>
internal sealed class OldCsvReader : NodeTranslator<OldCsvReader.Settings>
{
    internal sealed record Settings(
        FileLocation Location,
        string Encoding,
        int SkippedLines,
        TokenFormat Format,
        bool HasHeader,
        bool HasRowIds,
        long Limit,
        int Analyzed
    );

    public override NodeInfo Info { get; } =
        new("CSV Reader (deprecated)", ["org.knime.base.node.io.csvreader.CSVReaderNodeFactory"])
        {
            Inputs = [],
        };

    protected override Settings Read(SettingsReader model)
    {
        model.Skip("too short lines are filled", "supportShortLines");
        model.Skip("how long to wait for a server", "connectTimeoutInSeconds");
        var quote = model.Text("quote", "");
        var comment = model.Text("commentStart", "");
        var newline = model.Text("rowDelimiter", "\n");
        return new(
            FileLocation.Of(model.Text("url")),
            Charsets.Python(model, "characterSetName"),
            Math.Max(0, model.Integer("skipFirstLinesCount", -1)),
            new TokenFormat(
                model.TextOrNull("colDelimiter") is { Length: > 0 } sign
                    ? [KeyValuePair.Create(sign, false)]
                    : [],
                quote.Length == 0 ? [] : [KeyValuePair.Create(quote, "")],
                [newline == "\r\n" ? "\n" : newline],
                comment.Length == 0 ? [] : [KeyValuePair.Create(comment, "\n")],
                ""
            ),
            model.Boolean("hasColHeader"),
            model.Boolean("hasRowHeader"),
            model.Long("limitRowsCount", -1),
            model.Integer("limitAnalysisCount", -1)
        );
    }

    protected override IEnumerable<PyStatement> Translate(Settings settings, NodeContext node)
    {
        node.Summary = $"Read {settings.Location.Name}";
        if (settings.Analyzed >= 0)
        {
            node.Partial("The types are guessed from all rows, not only from the first ones.");
        }
        var source = settings.Location.Input(node);
        var rows = node.Local("rows");
        var table = node.Local("table");
        foreach (
            var step in settings.Format.ReadRows(
                rows,
                source,
                settings.Encoding,
                settings.SkippedLines
            )
        )
        {
            yield return step;
        }
        var header = new PyArguments { rows };
        if (settings.HasRowIds)
        {
            header.Add("row_ids", true);
        }
        if (!settings.HasHeader)
        {
            header.Add("header", false);
        }
        var data = settings.HasHeader ? Py.Expr($"{rows}[1:]") : rows;
        yield return Py.Assign(table, $"token_table({data}, token_header({header}))");
        if (settings.HasRowIds)
        {
            yield return Py.Assign(table, $"with_row_ids({table}, {table}.columns[0])");
        }
        if (settings.Limit >= 0)
        {
            yield return Py.Return($"guess_token_types({table}).head({settings.Limit})");
        }
        else
        {
            yield return Py.Return($"guess_token_types({table})");
        }
    }
}

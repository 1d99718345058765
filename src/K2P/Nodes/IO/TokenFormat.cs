using K2P.Python;

namespace K2P.Nodes.IO;

/// <summary>How KNIME's own tokenizer cuts text (<c>org.knime.core.util.tokenizer.TokenizerSettings</c>).</summary>
/// <param name="Delimiters">The signs between columns, and whether many count as one.</param>
/// <param name="Quotes">The quotes, and the sign that escapes in them.</param>
/// <param name="RowDelimiters">The signs between rows.</param>
/// <param name="Comments">What begins and ends a comment.</param>
/// <param name="Blanks">Signs that are cut off unquoted cells.</param>
internal sealed record TokenFormat(
    IReadOnlyList<KeyValuePair<string, bool>> Delimiters,
    IReadOnlyList<KeyValuePair<string, string>> Quotes,
    IReadOnlyList<string> RowDelimiters,
    IReadOnlyList<KeyValuePair<string, string>> Comments,
    string Blanks
)
{
    /// <summary>The branches of the old File Reader.</summary>
    public static TokenFormat Read(SettingsReader model)
    {
        var ends = model.Config("RowDelims");
        ends.Skip(
            "empty lines never make a row",
            [.. ends.Keys.Where(key => key.StartsWith("SkipEmpty", StringComparison.Ordinal))]
        );
        // Line breaks of all kinds are one sign in Python's text.
        var rows = ends
            .Keys.Where(key => key.StartsWith("RDelim", StringComparison.Ordinal))
            .Select(ends.Text)
            .ToList();
        var delimiters = new List<KeyValuePair<string, bool>>();
        foreach (var each in model.Config("Delimiters").Configs)
        {
            var pattern = each.Text("pattern");
            var combine = each.Boolean("combineMultiple");
            each.Skip("rows need them, columns do not", "returnAsToken");
            if (each.Boolean("includeInToken"))
            {
                throw each.Manual("A delimiter is part of the cell.");
            }
            if (!rows.Contains(pattern))
            {
                delimiters.Add(KeyValuePair.Create(pattern, combine));
            }
        }
        var quotes = new List<KeyValuePair<string, string>>();
        foreach (var each in model.TryConfig("Quotes")?.Configs ?? [])
        {
            var left = each.Text("left");
            if (each.Boolean("DontRem", false) || each.Text("right") != left || left.Length != 1)
            {
                throw each.Manual("Quotes stay in the cell, or differ on the left and the right.");
            }
            quotes.Add(KeyValuePair.Create(left, each.Text("EscChar", "").Replace("\0", "")));
        }
        var comments = new List<KeyValuePair<string, string>>();
        foreach (var each in model.TryConfig("Comments")?.Configs ?? [])
        {
            if (each.Boolean("includeInToken", false) || each.Boolean("returnAsToken", false))
            {
                throw each.Manual("A comment is part of the cell.");
            }
            comments.Add(KeyValuePair.Create(each.Text("begin"), each.Text("end")));
        }
        var blanks = model.TryConfig("WhiteSpaces");
        if (model.Has("LineCont"))
        {
            throw model.Manual("Lines go on behind a sign of continuation.");
        }
        return new(
            delimiters,
            quotes,
            [.. rows.Where(row => row != "\r")],
            comments,
            string.Concat(blanks?.Keys.Select(blanks.Text) ?? [])
        );
    }

    /// <summary>The statement that reads a file into rows of tokens.</summary>
    public IEnumerable<PyStatement> ReadRows(
        PyName rows,
        PyExpression source,
        string encoding,
        int skippedLines
    )
    {
        var text = new PyArguments { source };
        if (encoding.Length > 0)
        {
            text.Add("encoding", encoding);
        }
        if (skippedLines > 0)
        {
            text.Add("skip", skippedLines);
        }
        var arguments = new PyArguments
        {
            Py.Expr($"csv_text({text}).read()"),
            {
                "delimiters",
                PyExpression.Dict(
                    Delimiters.Select(sign =>
                        KeyValuePair.Create(sign.Key, PyExpression.Literal(sign.Value))
                    )
                )
            },
        };
        if (Quotes.Count > 0)
        {
            arguments.Add("quotes", PyExpression.Literal(Quotes));
        }
        if (Comments.Count > 0)
        {
            arguments.Add("comments", PyExpression.Literal(Comments));
        }
        if (Blanks.Length > 0)
        {
            arguments.Add("blanks", Blanks);
        }
        if (!RowDelimiters.SequenceEqual(["\n"]))
        {
            arguments.Add("row_delimiters", RowDelimiters);
        }
        yield return Py.Assign(rows, $"token_rows({arguments})");
    }
}

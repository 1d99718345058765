using System.Text;
using K2P.Expressions.JavaRegex;
using K2P.Python;

namespace K2P.Nodes.Columns;

/// <summary>Column Name Replacer, once Column Rename (Regex): replaces in the names of all columns what a pattern matches.</summary>
/// <remarks><c>ColumnNameReplacerNodeModel</c>; names that are the same afterwards are numbered (<c>UniqueNameGenerator</c>).
/// Settings without <c>replacementStrategy</c> are those of the older node: every occurrence is replaced.</remarks>
internal sealed class ColumnRenameRegex : NodeTranslator<ColumnRenameRegex.Settings>
{
    /// <param name="Shown">The pattern as the user wrote it.</param>
    /// <param name="Pattern">The pattern in Python.</param>
    /// <param name="Replacement">The replacement for <c>re</c>; the column's position goes between its parts.</param>
    /// <param name="NumbersAll">Names that did not match are numbered, too, where they clash.</param>
    internal sealed record Settings(
        string Shown,
        string Pattern,
        IReadOnlyList<string> Replacement,
        bool NumbersAll
    );

    public override NodeInfo Info { get; } =
        new(
            "Column Name Replacer",
            ["org.knime.base.node.preproc.columnrenameregex.ColumnRenameRegexNodeFactory"]
        )
        {
            Result = "renamed",
            Limits = "Patterns with constructs that Python's re does not have are refused.",
        };

    protected override Settings Read(SettingsReader model)
    {
        var isNewer = model.Has("patternType");
        var type =
            isNewer ? model.OneOf("patternType", "LITERAL", "WILDCARD", "REGEX")
            : model.Boolean("isLiteral", false) ? "LITERAL"
            : "REGEX";
        var ignoresCase = isNewer
            ? model.OneOf("caseSensitivity", "CASESENSITIVE", "CASEINSENSITIVE")
                == "CASEINSENSITIVE"
            : model.Boolean("isCaseInsensitive", false);
        var isUnicode = model.Boolean("properlySupportUnicodeCharacters", false);
        var text = model.Text("searchString");
        if (
            type == "WILDCARD"
            && model.Boolean("enableEscapingWildcard", false)
            && text.Contains('\\')
        )
        {
            throw model.Manual("The wildcard pattern uses the backslash to escape.");
        }
        model.Skip("it is of wildcard patterns", "enableEscapingWildcard");
        var pattern = type switch
        {
            "LITERAL" when text.Length == 0 => "(?!)",
            "LITERAL" => JavaPattern.FromText(text),
            "WILDCARD" => JavaPattern.FromWildcard(text),
            _ => JavaPattern.ToPython(text)
                ?? throw model.Manual(
                    $"The regular expression '{text}' has a construct that Python does not have."
                ),
        };
        var flags =
            (
                ignoresCase
                    ? isUnicode
                        ? "i"
                        : "ai"
                    : ""
            ) + (type == "WILDCARD" ? "s" : "");
        if (pattern is ['(', '?', var flag and ('i' or 's' or 'm'), ')', .. var rest])
        {
            flags += flags.Contains(flag) ? "" : $"{flag}";
            pattern = rest;
        }
        if (
            isNewer
            && model.OneOf("replacementStrategy", "WHOLE_STRING", "ALL_OCCURRENCES")
                == "WHOLE_STRING"
        )
        {
            pattern = $@"\A(?:{pattern})\Z";
        }
        return new Settings(
            text,
            flags.Length == 0 ? pattern : $"(?{flags}){pattern}",
            ReadReplacement(model, isRegex: type == "REGEX"),
            !model.Boolean("resolveNamingCollisionsOnlyForRenamedColumns", isUnicode)
        );
    }

    /// <summary>Java's replacement (<c>$1</c>, <c>\$</c>, KNIME's <c>$i</c>) in parts between which the position stands, in Python's form.</summary>
    private static List<string> ReadReplacement(SettingsReader model, bool isRegex)
    {
        var java = model.Text("replaceString", "");
        var parts = new List<string>();
        var part = new StringBuilder();
        for (var i = 0; i < java.Length; i++)
        {
            var letter = java[i];
            if (!isRegex || letter is not ('$' or '\\'))
            {
                part.Append(letter == '\\' ? @"\\" : letter);
            }
            else if (i + 1 == java.Length)
            {
                throw model.Manual($"KNIME refuses the replacement '{java}'.");
            }
            else if (letter == '\\')
            {
                part.Append(java[++i] == '\\' ? @"\\" : java[i]);
            }
            else if (java[++i] == 'i')
            {
                parts.Add(part.ToString());
                part.Clear();
            }
            else if (
                char.IsAsciiDigit(java[i])
                && !(i + 1 < java.Length && char.IsAsciiDigit(java[i + 1]))
            )
            {
                part.Append(@"\g<").Append(java[i]).Append('>');
            }
            else
            {
                throw model.Manual($"The replacement '{java}' has more than simple groups.");
            }
        }
        parts.Add(part.ToString());
        return parts;
    }

    protected override IEnumerable<PyStatement> Translate(Settings settings, NodeContext node)
    {
        node.Summary = $"Rename the columns that match {settings.Shown}";
        var table = node.Input();
        var pattern = node.Local("pattern");
        var names = node.Local("names");
        var name = node.Local("name");
        var number = node.Local("number");
        var replacement = PyExpression.Literal(settings.Replacement[0]);
        foreach (var part in settings.Replacement.Skip(1))
        {
            replacement = Py.Expr($"{replacement} + str({number}) + {part}");
        }
        var replaced = settings.NumbersAll
            ? Py.Expr($"{pattern}.sub({replacement}, {name})")
            : Py.Expr(
                $"{pattern}.sub({replacement}, {name}) if {pattern}.search({name}) else None"
            );
        yield return Py.Assign(pattern, $"re.compile({settings.Pattern})");
        yield return Py.Assign(
            names,
            settings.Replacement.Count == 1
                ? Py.Expr($"[{replaced} for {name} in {table}.columns]")
                : Py.Expr($"[{replaced} for {number}, {name} in enumerate({table}.columns)]")
        );
        yield return Py.Return($"with_names({table}, {names})");
    }
}

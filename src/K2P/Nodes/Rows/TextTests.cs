using System.Text;
using K2P.Expressions.JavaRegex;
using K2P.Python;

namespace K2P.Nodes.Rows;

/// <summary>Conditions on texts: equal, wildcard pattern, regular expression.</summary>
internal static class TextTests
{
    /// <summary>How letters of both cases are compared.</summary>
    internal enum Case
    {
        /// <summary>As they are.</summary>
        Matters,

        /// <summary>All letters alike (<c>CASE_INSENSITIVE | UNICODE_CASE</c>, <c>equalsIgnoreCase</c>).</summary>
        Ignored,

        /// <summary>The letters a to z alike (<c>CASE_INSENSITIVE</c>).</summary>
        IgnoredInAscii,
    }

    /// <summary>What is tested.</summary>
    /// <param name="Name">Its name in words.</param>
    /// <param name="Cells">The cells, in any type.</param>
    /// <param name="Texts">The cells as texts.</param>
    /// <param name="IsNeverMissing">True for RowIDs.</param>
    internal sealed record Subject(
        string Name,
        Func<PyExpression, PyExpression> Cells,
        Func<PyExpression, PyExpression> Texts,
        bool IsNeverMissing = false
    )
    {
        /// <summary>The RowID.</summary>
        public static Subject RowId { get; } =
            new(
                "RowID",
                table => Py.Expr($"row_id_texts({table})"),
                table => Py.Expr($"row_id_texts({table})"),
                IsNeverMissing: true
            );

        /// <summary>A column of texts.</summary>
        public static Subject TextColumn(string name) =>
            new(name, table => Py.Expr($"{table}[{name}]"), table => Py.Expr($"{table}[{name}]"));

        /// <summary>A column of any type, whose cells are printed.</summary>
        public static Subject AnyColumn(string name) =>
            new(
                name,
                table => Py.Expr($"{table}[{name}]"),
                table => Py.Expr($"column_texts({table}[{name}])")
            );
    }

    /// <summary>The text is the wanted one.</summary>
    public static RowTest Is(Subject subject, string wanted, Case letters)
    {
        var cells = CanOnlyBeText(wanted) ? subject.Cells : subject.Texts;
        if (letters == Case.Matters)
        {
            return new RowTest(
                $"{subject.Name} = {wanted}",
                table => Py.Expr($"{cells(table)} == {wanted}")
            )
            {
                Opposite = table => Py.Expr($"{cells(table)} != {wanted}"),
                OppositeText = $"{subject.Name} != {wanted}",
            };
        }
        return Regex(
            $"{subject.Name} = {wanted}",
            subject,
            "fullmatch",
            JavaPattern.FromText(wanted),
            letters
        );
    }

    /// <summary>The text matches the wildcard pattern.</summary>
    public static RowTest Wildcard(Subject subject, string wildcard, Case letters)
    {
        var words = $"{subject.Name} like {wildcard}";
        var inner = wildcard.Trim('*');
        if (letters != Case.Matters || inner.Length == 0 || inner.AsSpan().ContainsAny('*', '?'))
        {
            return Regex(words, subject, "fullmatch", JavaPattern.FromWildcard(wildcard), letters);
        }
        return (wildcard.StartsWith('*'), wildcard.EndsWith('*')) switch
        {
            (true, true) => Test(table =>
                Py.Expr($"{subject.Texts(table)}.str.contains({inner}, regex=False, na=False)")
            ),
            (true, false) => Test(table =>
                Py.Expr($"{subject.Texts(table)}.str.endswith({inner}, na=False)")
            ),
            (false, true) => Test(table =>
                Py.Expr($"{subject.Texts(table)}.str.startswith({inner}, na=False)")
            ),
            _ => Is(subject, wildcard, letters),
        };

        RowTest Test(Func<PyExpression, PyExpression> mask) => new(words, mask);
    }

    /// <summary>The whole text, or its beginning, matches Java's regular expression; null where Python has no such pattern.</summary>
    public static RowTest? Matches(
        Subject subject,
        string pattern,
        Case letters,
        bool fromStart = false
    ) =>
        JavaPattern.ToPython(pattern) is { } python
            ? Regex(
                $"{subject.Name} ~ {pattern}",
                subject,
                fromStart ? "match" : "fullmatch",
                python,
                letters
            )
            : null;

    private static RowTest Regex(
        string words,
        Subject subject,
        string method,
        string pattern,
        Case letters
    )
    {
        var options = new PyArguments { PyExpression.Literal(pattern) };
        if (letters != Case.Matters)
        {
            options.Add("case", false);
        }
        var flags = Flags(pattern, letters).ToList();
        if (flags.Count > 0)
        {
            options.Add("flags", flags.Aggregate((left, right) => Py.Expr($"{left} | {right}")));
        }
        if (!subject.IsNeverMissing)
        {
            options.Add("na", false);
        }
        return new RowTest(
            words,
            table =>
                method == "match"
                    ? Py.Expr($"{subject.Texts(table)}.str.match({options})")
                    : Py.Expr($"{subject.Texts(table)}.str.fullmatch({options})")
        );
    }

    /// <summary>KNIME compiles with DOTALL and MULTILINE; named only where the pattern can tell.</summary>
    private static IEnumerable<PyExpression> Flags(string pattern, Case letters)
    {
        var plain = Unescaped(pattern);
        if (plain.Contains('.'))
        {
            yield return Py.Expr($"re.DOTALL");
        }
        if (plain.AsSpan().ContainsAny('^', '$'))
        {
            yield return Py.Expr($"re.MULTILINE");
        }
        if (letters == Case.IgnoredInAscii && pattern.Any(letter => !char.IsAscii(letter)))
        {
            yield return Py.Expr($"re.ASCII");
        }
    }

    private static string Unescaped(string pattern)
    {
        var plain = new StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '\\')
            {
                i++;
            }
            else
            {
                plain.Append(pattern[i]);
            }
        }
        return plain.ToString();
    }

    /// <summary>True for texts that no number, boolean, date or list is printed as, so that cells can be compared as they are.</summary>
    private static bool CanOnlyBeText(string wanted) =>
        wanted.Length > 0
        && !char.IsAsciiDigit(wanted[0])
        && wanted[0] is not ('-' or '+' or '.' or '[' or '{' or 'P')
        && wanted.ToUpperInvariant()
            is not ("TRUE" or "FALSE" or "NAN" or "INFINITY" or "NOW" or "TODAY");
}

namespace K2P.Python;

/// <summary>Finds the names of template text that nothing in the script binds.</summary>
internal static class PyScopes
{
    public static IReadOnlyCollection<string> FreeNames(IEnumerable<PyStatement> statements)
    {
        var free = new SortedSet<string>(StringComparer.Ordinal);
        Scope([.. statements], [], free);
        return free;
    }

    private static void Scope(
        IReadOnlyList<PyStatement> statements,
        HashSet<string> outer,
        SortedSet<string> free
    )
    {
        var bound = new HashSet<string>(outer, StringComparer.Ordinal);
        var lines = Lines(statements).Select(t => (Tokens: t, Roles: PySyntax.Roles(t))).ToList();
        foreach (var (tokens, roles) in lines)
        {
            Bind(tokens, roles, bound);
        }
        foreach (var (tokens, roles) in lines)
        {
            Read(tokens, roles, bound, free);
        }
        foreach (var function in Functions(statements))
        {
            HashSet<string> inner = [.. bound, .. function.Parameters.Select(p => p.Name.Text)];
            foreach (
                var part in function
                    .Parameters.SelectMany(p => new[] { p.Type, p.Default })
                    .Append(function.Returns)
            )
            {
                if (part is not null)
                {
                    Read(part.Tokens, PySyntax.Roles(part.Tokens), bound, free);
                }
            }
            Scope(function.Body, inner, free);
        }
    }

    private static IEnumerable<IReadOnlyList<PyToken>> Lines(IEnumerable<PyStatement> statements) =>
        statements.SelectMany(s =>
            s switch
            {
                PyStatement.Simple simple => [simple.Tokens],
                PyStatement.Compound compound => compound.Clauses.SelectMany(c =>
                    Lines(c.Body).Prepend(c.Header)
                ),
                _ => Enumerable.Empty<IReadOnlyList<PyToken>>(),
            }
        );

    private static IEnumerable<PyStatement.Function> Functions(
        IEnumerable<PyStatement> statements
    ) =>
        statements.SelectMany(s =>
            s switch
            {
                PyStatement.Function function => [function],
                PyStatement.Compound compound => compound.Clauses.SelectMany(c =>
                    Functions(c.Body)
                ),
                _ => Enumerable.Empty<PyStatement.Function>(),
            }
        );

    private static void Bind(IReadOnlyList<PyToken> tokens, PyRole[] roles, HashSet<string> bound)
    {
        var assign = Array.LastIndexOf(roles, PyRole.Assign);
        var import = tokens[0].Is("import") || tokens[0].Is("from");
        for (var i = 0; i < tokens.Count; i++)
        {
            var binds =
                import
                || roles[i] == PyRole.Binding
                || (i > 0 && tokens[i - 1].Is("as"))
                || (i + 1 < tokens.Count && roles[i + 1] == PyRole.Walrus)
                || (i < assign && IsTarget(roles, i));
            if (binds && tokens[i].IsName)
            {
                bound.Add(tokens[i].Text);
            }
        }
    }

    /// <summary>A bare name of a target, not the table in <c>table["x"] = 1</c>.</summary>
    private static bool IsTarget(PyRole[] roles, int i) =>
        roles[i] == PyRole.Operand
        && roles[i + 1]
            is PyRole.Assign
                or PyRole.AnnotationColon
                or PyRole.Comma
                or PyRole.AtomClose
        && !roles.AsSpan(0, i).ContainsAny(PyRole.SubscriptOpen, PyRole.CallOpen);

    private static void Read(
        IReadOnlyList<PyToken> tokens,
        PyRole[] roles,
        HashSet<string> bound,
        SortedSet<string> free
    )
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (
                tokens[i].Kind == PyTokenKind.Name
                && roles[i] == PyRole.Operand
                && !bound.Contains(tokens[i].Text)
            )
            {
                free.Add(tokens[i].Text);
            }
            else if (
                tokens[i].Kind == PyTokenKind.String
                && tokens[i].Text.IndexOf('f') is >= 0 and <= 1
            )
            {
                var fields = new HashSet<string>(StringComparer.Ordinal);
                PyRuntimeNames.Collect(tokens[i].Text, fields);
                free.UnionWith(fields.Except(bound));
            }
        }
    }
}

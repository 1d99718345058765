using K2P.Nodes.Shared;
using K2P.Python;
using K2P.Workflows;

namespace K2P.Nodes.Tables;

/// <summary>Missing Value: replaces missing cells, or removes the rows that hold them.</summary>
/// <remarks>
/// <c>MissingValueHandlerNodeModel</c>, and the nodes of KNIME before 2.12. What a column's own setting does not say, the setting for
/// its type does. The model of the second port is the dictionary of replacements.
/// </remarks>
internal sealed class MissingValue : NodeTranslator<MissingValue.Settings>
{
    private const string Newest =
        "org.knime.base.node.preproc.pmml.missingval.compute.MissingValueHandlerNodeFactory";

    /// <param name="Columns">The fillings of single columns; the first that names a column counts.</param>
    /// <param name="Kinds">The fillings by kind of type.</param>
    /// <param name="Mixed">What a DataFrame cannot tell apart, to be told the user.</param>
    /// <param name="HasModel">The node has a second output.</param>
    internal sealed record Settings(
        IReadOnlyList<(IReadOnlyList<string> Names, Filling Filling)> Columns,
        IReadOnlyList<(string Kind, Filling Filling)> Kinds,
        IReadOnlyList<string> Mixed,
        bool HasModel
    );

    public override NodeInfo Info { get; } =
        new(
            "Missing Value",
            [
                Newest,
                "org.knime.base.node.preproc.missingval.MissingValueHandling3NodeFactory",
                "org.knime.base.node.preproc.missingval.MissingValueHandling2NodeFactory",
                "org.knime.base.node.preproc.missingval.MissingValueHandlingNodeFactory",
            ]
        )
        {
            Results = ["filled", "replacements"],
            Outputs = [PortKind.Table, PortKind.Model],
            Limits =
                "Settings by type that differ for types that a DataFrame holds alike, such as Int and Long, are partial.",
        };

    public override IReadOnlyList<PortKind> OutputsOf(Node node) =>
        node.Factory == Newest ? Info.Outputs : [PortKind.Table];

    protected override Settings Read(SettingsReader model) =>
        model.Factory == Newest ? ReadHandlers(model) : OlderMissingValue.Read(model);

    protected override IEnumerable<PyStatement> Translate(Settings settings, NodeContext node)
    {
        node.Summary = Summary(settings);
        foreach (var type in settings.Mixed)
        {
            node.Partial(
                $"Missing cells of the type {type} are to be filled otherwise than those of another type that a DataFrame holds alike; they are filled as the other type."
            );
        }
        PyExpression table = node.Input();
        var replacements = node.Local("replacements");
        yield return Py.Assign(replacements, $"{{}}");
        var names = new HashSet<string>();
        PyName? name = null;
        foreach (var (columns, filling) in settings.Columns)
        {
            var own = columns.Where(names.Add).ToList();
            if (own.Count > 0 && filling.Replacement is { } replacement)
            {
                name ??= node.Local("name");
                yield return Py.For(
                    $"{name.Value} in {table}.columns.intersection({own})",
                    [
                        Py.Assign(
                            Py.Expr($"{replacements}[{name.Value}]"),
                            replacement(Py.Expr($"{table}[{name.Value}]"))
                        ),
                    ]
                );
            }
        }
        var kinds = settings.Kinds.Where(each => each.Filling.Replacement is not null).ToList();
        if (kinds.Count > 0)
        {
            name ??= node.Local("name");
            yield return ByKind(kinds, [.. names], replacements, name.Value, node, table);
        }
        var filled = Py.Expr($"fill_columns({table}, {replacements})");
        yield return settings.HasModel ? Py.Return($"{filled}, {replacements}") : Py.Return(filled);
    }

    private static PyStatement ByKind(
        IReadOnlyList<(string Kind, Filling Filling)> kinds,
        IReadOnlyList<string> done,
        PyName replacements,
        PyName name,
        NodeContext node,
        PyExpression table
    )
    {
        var target = Py.Expr($"{replacements}[{name}]");
        var column = Py.Expr($"{table}[{name}]");
        var kind = node.Local("kind");
        IReadOnlyList<PyStatement>? chain = null;
        foreach (var group in kinds.GroupBy(each => each.Filling.Words).Reverse())
        {
            var of = group.Select(each => each.Kind).ToList();
            var condition = of is [var only]
                ? Py.Expr($"{kind} == {only}")
                : Py.Expr($"{kind} in {of}");
            var value = group.First().Filling.Replacement!(column);
            chain = [Py.If(condition, [Py.Assign(target, value)], chain)];
        }
        var rest =
            done.Count == 0
                ? Py.Expr($"{table}.columns")
                : Py.Expr($"{table}.columns.difference({done}, sort=False)");
        return Py.For(
            $"{name} in {rest}",
            [Py.Assign(kind, $"column_kind({column})"), .. chain ?? []]
        );
    }

    private static Settings ReadHandlers(SettingsReader model)
    {
        if (!model.Has("columnSettings") || !model.Has("dataTypeSettings"))
        {
            return new Settings([], [], [], true);
        }
        var columns = model
            .Config("columnSettings")
            .Configs.Select(each => (each.Texts("colNames"), Filling.Read(each.Config("settings"))))
            .ToList();
        var types = model
            .Config("dataTypeSettings")
            .Configs.Select(each => (Type: each.Key, Filling: Filling.Read(each)))
            .ToList();
        var kinds = new List<(string Kind, Filling Filling)>();
        var mixed = new List<string>();
        foreach (var group in types.GroupBy(each => KindOf(each.Type, model)))
        {
            var usual = group.OrderBy(each => Rank(each.Type)).First();
            kinds.Add((group.Key, usual.Filling));
            mixed.AddRange(
                group
                    .Where(each => each.Filling.Words != usual.Filling.Words)
                    .Select(each => each.Type)
            );
        }
        return new Settings(columns, kinds, mixed, true);
    }

    /// <summary>The types that are most often meant come first.</summary>
    private static int Rank(string type) =>
        type[(type.LastIndexOf('.') + 1)..] switch
        {
            "StringCell" or "IntCell" or "LocalDateCell" => 0,
            "LongCell" or "LocalDateTimeCell" => 1,
            _ => 2,
        };

    private static string KindOf(string type, SettingsReader model)
    {
        if (type.StartsWith("Non-Native", StringComparison.Ordinal))
        {
            throw model.Manual($"Missing cells are filled by the type '{type}' that no cell has.");
        }
        return ColumnKinds.Of(
            type.EndsWith("Cell", StringComparison.Ordinal) ? type[..^4] + "Value" : type
        );
    }

    private static string Summary(Settings settings)
    {
        var count = settings.Columns.Sum(each => each.Names.Count);
        var kinds = settings
            .Kinds.Where(each => each.Filling.Replacement is not null)
            .Select(each => each.Kind)
            .ToList();
        var columns = count == 1 ? "1 column" : $"{count} columns";
        return (count, kinds.Count) switch
        {
            (0, 0) => "Leave missing cells as they are",
            (_, 0) => $"Replace the missing cells of {columns}",
            (0, _) => $"Replace missing cells by type: {string.Join(", ", kinds)}",
            _ => $"Replace the missing cells of {columns}, and of others by type",
        };
    }
}

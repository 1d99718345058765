using K2P.Nodes.Shared;
using K2P.Python;

namespace K2P.Nodes.Columns;

/// <summary>Column Filter: keeps some columns of a table, in the table's order.</summary>
/// <remarks><c>DataColumnSpecFilterNodeModel</c>, and <c>FilterColumnNodeModel</c> of KNIME before 2.6.</remarks>
internal sealed class ColumnFilter : NodeTranslator<ColumnFilter.Settings>
{
    private const string Older =
        "org.knime.base.node.preproc.filter.column.FilterColumnNodeFactory";

    internal sealed record Settings(ColumnSelection Columns);

    public override NodeInfo Info { get; } =
        new(
            "Column Filter",
            ["org.knime.base.node.preproc.filter.column.DataColumnSpecFilterNodeFactory", Older]
        )
        {
            Result = "filtered",
            Limits =
                "A choice by type cannot tell types apart that a DataFrame holds alike, such as Int and Long.",
        };

    protected override Settings Read(SettingsReader model)
    {
        if (model.Factory != Older)
        {
            return new Settings(
                model.Has("column-filter")
                    ? ColumnSelection.Read(model, "column-filter")
                    : ColumnSelection.Everything
            );
        }
        var names = model.TextsOrNull("exclude") ?? [];
        var isExclusion =
            !model.Has("selectionOption")
            || model.OneOf("selectionOption", "EnforceExclusion", "EnforceInclusion")
                == "EnforceExclusion";
        return new Settings(
            isExclusion ? new ColumnSelection.AllBut(names) : new ColumnSelection.Only(names)
        );
    }

    protected override IEnumerable<PyStatement> Translate(Settings settings, NodeContext node)
    {
        node.Summary = settings.Columns.Summary;
        yield return Py.Return(settings.Columns.Keep(node, node.Input()));
    }
}

using K2P.Tests.Support;

namespace K2P.Tests.Flow;

/// <summary>Nodes that small workflows are made of, with their settings as KNIME writes them.</summary>
internal static class Nodes
{
    /// <summary>A Table Creator; all columns are of one cell type.</summary>
    public static SmallWorkflow AddTable(
        this SmallWorkflow workflow,
        int id,
        string[] columns,
        string cell,
        params string[][] rows
    )
    {
        var properties = new Branch();
        for (var i = 0; i < columns.Length; i++)
        {
            properties.Add(
                $"{i}",
                new Branch
                {
                    { "UserSetValues", false },
                    { "MissValuePattern", "" },
                    { "FormatParameter", null },
                    { "ReadPossValsFromFile", false },
                    { "SkipThisColumn", false },
                    { "ColumnName", columns[i] },
                    {
                        "ColumnClass",
                        new Branch
                        {
                            { "cell_class", $"org.knime.core.data.def.{cell}" },
                            { "is_null", false },
                        }
                    },
                }
            );
        }
        var cells = rows.SelectMany(
                (row, r) => row.Select((text, c) => (Row: r, Column: c, Text: text))
            )
            .ToList();
        return workflow.Add(
            id,
            "org.knime.base.node.io.tablecreator.TableCreator2NodeFactory",
            new Branch
            {
                { "rowIndices", Integers(cells.Select(each => each.Row)) },
                { "columnIndices", Integers(cells.Select(each => each.Column)) },
                { "values", cells.Select(each => each.Text).ToArray() },
                { "rowIdPrefix", "Row" },
                { "rowIdSuffix", "" },
                { "rowIdStartValue", 0 },
                { "highlightOutputTable", false },
                { "columnProperties", properties },
            },
            name: "Table Creator"
        );
    }

    /// <summary>A CSV Writer: comma, header.</summary>
    public static SmallWorkflow AddCsvWriter(
        this SmallWorkflow workflow,
        int id,
        string file,
        IReadOnlyList<(string Path, string Variable)>? controls = null,
        bool rowIds = false
    ) =>
        workflow.Add(
            id,
            "org.knime.base.node.io.csvwriter.CSVWriterNodeFactory",
            new Branch
            {
                { "colSeparator", "," },
                { "missing", "" },
                { "quoteBegin", "\"" },
                { "quoteEnd", "\"" },
                { "quoteMode", "IF_NEEDED" },
                { "quoteReplacement", "\"\"" },
                { "sepReplacePattern", "" },
                { "ReplSepInStrings", false },
                { "writeColHeader", true },
                { "writeRowHeader", rowIds },
                { "decimalSeparator", "." },
                { "lineEndingMode", "LINUX" },
                { "charSet", "UTF-8" },
                { "filename", file },
                { "fileOverwritePolicy", "Overwrite" },
                { "skipWriteColHeaderOnAppend", false },
                { "addTime", false },
                { "addUser", false },
                { "addTablename", false },
                { "userCommentLine", null },
                { "gzip", false },
                { "scientificExtrema", false },
            },
            controls,
            name: "CSV Writer"
        );

    /// <summary>A Row Filter that keeps rows whose integer is at least a bound.</summary>
    public static SmallWorkflow AddAtLeast(
        this SmallWorkflow workflow,
        int id,
        string column,
        int bound,
        string? variable = null
    ) =>
        workflow.Add(
            id,
            "org.knime.base.node.preproc.filter.row.RowFilterNodeFactory",
            new Branch
            {
                {
                    "rowFilter",
                    new Branch
                    {
                        { "RowFilter_TypeID", "RangeVal_RowFilter" },
                        { "ColumnName", column },
                        { "include", true },
                        { "deepFiltering", false },
                        {
                            "lowerBound",
                            new Branch
                            {
                                { "datacell", "org.knime.core.data.def.IntCell" },
                                {
                                    "org.knime.core.data.def.IntCell",
                                    new Branch { { "IntCell", bound } }
                                },
                            }
                        },
                        {
                            "upperBound",
                            new Branch { { "datacell", null } }
                        },
                    }
                },
            },
            variable is null
                ? null
                : [("rowFilter/lowerBound/org.knime.core.data.def.IntCell/IntCell", variable)],
            name: "Row Filter"
        );

    /// <summary>A Loop End with one port.</summary>
    public static SmallWorkflow AddLoopEnd(
        this SmallWorkflow workflow,
        int id,
        bool hasIteration = true,
        string rowIds = "APPEND_SUFFIX"
    ) =>
        workflow.Add(
            id,
            "org.knime.base.node.meta.looper.LoopEndNodeFactory",
            new Branch
            {
                { "addIterationColumn", hasIteration },
                { "rowKeyPolicy", rowIds },
                { "propagateLoopVariables", false },
                { "ignoreEmptyTables", true },
                { "tolerateColumnTypes", false },
                { "tolerateChangingSpecs", false },
            },
            name: "Loop End"
        );

    /// <summary>The input node of a component that lets variables through.</summary>
    public static SmallWorkflow AddInput(
        this SmallWorkflow workflow,
        int id,
        params string[] variables
    ) => workflow.AddBorder(id, "Input", variables);

    /// <summary>The output node of a component that lets variables through.</summary>
    public static SmallWorkflow AddOutput(
        this SmallWorkflow workflow,
        int id,
        params string[] variables
    ) => workflow.AddBorder(id, "Output", variables);

    private static SmallWorkflow AddBorder(
        this SmallWorkflow workflow,
        int id,
        string side,
        string[] variables
    ) =>
        workflow.Add(
            id,
            $"org.knime.core.node.workflow.virtual.subnode.VirtualSubNode{side}NodeFactory",
            new Branch { { "variable-filter", Including(variables) }, { "variable-prefix", null } },
            name: $"Component {side}"
        );

    /// <summary>The panel "column filter", and that for variables, with these names and no others.</summary>
    public static Branch Including(params string[] names) =>
        new()
        {
            { "filter-type", "STANDARD" },
            { "included_names", names },
            { "excluded_names", Array.Empty<string>() },
            { "enforce_option", "EnforceInclusion" },
        };

    private static Branch Integers(IEnumerable<int> values)
    {
        var list = values.ToList();
        var array = new Branch { { "array-size", list.Count } };
        for (var i = 0; i < list.Count; i++)
        {
            array.Add($"{i}", list[i]);
        }
        return array;
    }
}

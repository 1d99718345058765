using K2P.Tests.Support;

namespace K2P.Tests.Flow;

/// <summary>Nodes that make, merge and take flow variables, with their settings as KNIME writes them.</summary>
internal static class VariableNodes
{
    /// <summary>A Table Row to Variable that fails at missing cells.</summary>
    public static SmallWorkflow AddRowToVariable(
        this SmallWorkflow workflow,
        int id,
        IReadOnlyList<(string Name, string Class, object Value)>? stack = null
    ) =>
        workflow.Add(
            id,
            "org.knime.base.node.flowvariable.tablerowtovariable3.TableToVariable3NodeFactory",
            new Branch
            {
                { "missing_value_policy", "FAIL" },
                { "default_value_string", "missing" },
                { "default_value_boolean", "false" },
                { "default_value_integer", 0 },
                { "default_value_long", 0 },
                { "default_value_double", 0.0 },
                {
                    "column_selection",
                    new Branch
                    {
                        { "filter-type", "STANDARD" },
                        { "included_names", Array.Empty<string>() },
                        { "excluded_names", Array.Empty<string>() },
                        { "enforce_option", "EnforceExclusion" },
                    }
                },
            },
            stack: stack,
            name: "Table Row to Variable"
        );

    /// <summary>A Table Column to Variable that skips missing cells.</summary>
    public static SmallWorkflow AddColumnToVariable(
        this SmallWorkflow workflow,
        int id,
        string column,
        IReadOnlyList<(string Name, string Class, object Value)>? stack = null
    ) =>
        workflow.Add(
            id,
            "org.knime.base.node.flowvariable.tablecoltovariable4.TableColumnToVariable4NodeFactory",
            new Branch { { "column", column }, { "skip_missing", true } },
            stack: stack,
            name: "Table Column to Variable"
        );

    /// <summary>A Variable Creator of one variable.</summary>
    public static SmallWorkflow AddVariable(
        this SmallWorkflow workflow,
        int id,
        string name,
        string type,
        string value
    ) =>
        workflow.Add(
            id,
            "org.knime.base.node.io.variablecreator.VariableCreatorNodeFactory",
            new Branch
            {
                {
                    "variables",
                    new Branch
                    {
                        { "types", new[] { type } },
                        { "names", new[] { name } },
                        { "values", new[] { value } },
                    }
                },
            },
            name: "Variable Creator"
        );

    /// <summary>A Variable to Table Row with the RowID "values".</summary>
    public static SmallWorkflow AddVariablesToRow(
        this SmallWorkflow workflow,
        int id,
        params string[] names
    ) =>
        workflow.Add(
            id,
            "org.knime.base.node.flowvariable.variabletotablerow4.VariableToTable4NodeFactory",
            new Branch { { "row_id", "values" }, { "variable_filter", Nodes.Including(names) } },
            name: "Variable to Table Row"
        );

    /// <summary>A Variable to Table Column.</summary>
    public static SmallWorkflow AddVariablesToColumns(
        this SmallWorkflow workflow,
        int id,
        params string[] names
    ) =>
        workflow.Add(
            id,
            "org.knime.base.node.flowvariable.appendvariabletotable4.AppendVariableToTable4NodeFactory",
            new Branch { { "variable_filter", Nodes.Including(names) } },
            name: "Variable to Table Column"
        );

    /// <summary>A Merge Variables.</summary>
    public static SmallWorkflow AddMerge(this SmallWorkflow workflow, int id) =>
        workflow.Add(
            id,
            "org.knime.base.node.util.mergevariables.MergeVariables2NodeFactory",
            [],
            name: "Merge Variables"
        );

    /// <summary>A Create File Name with the name taken from a variable.</summary>
    public static SmallWorkflow AddFileName(
        this SmallWorkflow workflow,
        int id,
        string folder,
        string nameVariable,
        string extension,
        string output
    ) =>
        workflow.Add(
            id,
            "org.knime.base.node.flowvariable.createfilename.CreateFilenameNodeFactory",
            new Branch
            {
                { "FileExtension", extension },
                { "FileName", "unnamed" },
                { "BaseDir", folder },
                { "previewArea", "" },
                { "OutputFlowVarName", output },
                { "OverwriteFlag", true },
            },
            [("FileName", nameVariable)],
            name: "Create File Name"
        );

    /// <summary>A Variable Filter that lets these through.</summary>
    public static SmallWorkflow AddVariableFilter(
        this SmallWorkflow workflow,
        int id,
        params string[] names
    ) =>
        workflow.Add(
            id,
            "org.knime.base.node.flowvariable.filter.VariableFilterNodeFactory",
            new Branch
            {
                {
                    "filterV2",
                    new Branch
                    {
                        { "mode", "MANUAL" },
                        {
                            "manualFilter",
                            new Branch
                            {
                                { "manuallySelected", names },
                                { "manuallyDeselected", Array.Empty<string>() },
                                { "includeUnknownColumns", false },
                            }
                        },
                    }
                },
            },
            name: "Variable Filter"
        );

    /// <summary>A String to Path (Variable) whose new names end in "_path".</summary>
    public static SmallWorkflow AddStringToPath(
        this SmallWorkflow workflow,
        int id,
        params string[] names
    ) =>
        workflow.Add(
            id,
            "org.knime.filehandling.utility.nodes.stringtopath.variable.StringToPathVariableNodeFactory",
            new Branch
            {
                { "variable_filter", Nodes.Including(names) },
                { "suffix", "_path" },
                {
                    "file_system",
                    new Branch
                    {
                        {
                            "location_spec",
                            new Branch
                            {
                                { "location_present", true },
                                { "file_system_type", "LOCAL" },
                            }
                        },
                    }
                },
                { "fail_on_missing_file_folder", false },
            },
            name: "String to Path (Variable)"
        );

    /// <summary>A Path to String (Variable) whose new names end in "_text".</summary>
    public static SmallWorkflow AddPathToString(
        this SmallWorkflow workflow,
        int id,
        params string[] names
    ) =>
        workflow.Add(
            id,
            "org.knime.filehandling.utility.nodes.pathtostring.variable.PathToStringVariableNodeFactory",
            new Branch
            {
                { "variable_filter", Nodes.Including(names) },
                { "suffix", "_text" },
                { "create_knime_url", false },
                { "on_fv_conflict_make_unique", false },
            },
            name: "Path to String (Variable)"
        );

    /// <summary>A Breakpoint that fails where a variable has a value.</summary>
    public static SmallWorkflow AddBreakpoint(
        this SmallWorkflow workflow,
        int id,
        string variable,
        string value
    ) =>
        workflow.Add(
            id,
            "org.knime.base.node.flowcontrol.breakpoint.BreakpointNodeFactory",
            new Branch
            {
                { "Enabled", true },
                { "BreakPoint", "variable matches value" },
                { "Variable Name", variable },
                { "Variable Value", value },
            },
            name: "Breakpoint"
        );
}

# manual
# K2P1001 The variables are chosen by exclusion, pattern or type; KNIME's own constants are among them.
def variable_to_table_row_1() -> pd.DataFrame:
    """Not translated: Variable to Table Row, node 1 (org.knime.base.node.flowvariable.variabletotablerow2.VariableToTable2NodeFactory).

    The variables are chosen by exclusion, pattern or type; KNIME's own constants are among them.

    Settings:
        row-id = "values"
        variable-filter/filter-type = "STANDARD"
        variable-filter/included_names/0 = "a"
        variable-filter/excluded_names/0 = "knime.workspace"
        variable-filter/enforce_option = "EnforceExclusion"
        variable-filter/name_pattern/pattern = ""
        variable-filter/name_pattern/type = "Wildcard"
        variable-filter/name_pattern/caseSensitive = true
    """
    raise NotImplementedError(
        "Variable to Table Row (node 1): write this function, see its docstring"
    )

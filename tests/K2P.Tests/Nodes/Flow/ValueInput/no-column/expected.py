# manual
# K2P1001 No column is chosen; KNIME takes one by the table's types.
def column_selection_1(source: pd.DataFrame) -> dict:
    """Not translated: Column Selection, node 1 (org.knime.js.base.node.quickform.selection.column.ColumnSelectionQuickFormNodeFactory).

    No column is chosen; KNIME takes one by the table's types.

    Settings:
        defaultValue/column = ""
        label = "The wish"
        description = ""
        hideInWizard = false
        hideInDialog = false
        required = true
        parameterName = "wish-input"
        customCSS = ""
        flowvariablename = "wish"
        possibleColumns/0 = "a"
        possibleColumns/1 = "b"
        type = "Dropdown"
        limit_number_visible_options = false
        number_visible_options = 10
    """
    raise NotImplementedError(
        "Column Selection (node 1): write this function, see its docstring"
    )

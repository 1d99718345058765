# manual
# K2P1001 No column is chosen; KNIME takes one by the table's types.
def table_column_to_variable_1(source: pd.DataFrame) -> dict:
    """Not translated: Table Column to Variable, node 1 (org.knime.base.node.flowvariable.tablecoltovariable3.TableColumnToVariable3NodeFactory).

    No column is chosen; KNIME takes one by the table's types.

    Settings:
        column = null
        ignore missing = true
    """
    raise NotImplementedError(
        "Table Column to Variable (node 1): write this function, see its docstring"
    )

# manual
# K2P1001 The constant '3000000000' of the type IntCell cannot be written in Python.
def constant_value_column_1(source: pd.DataFrame) -> pd.DataFrame:
    """Not translated: Constant Value Column, node 1 (org.knime.base.node.preproc.constantvalue.ConstantValueColumnNodeFactory).

    The constant '3000000000' of the type IntCell cannot be written in Python.

    Settings:
        replaced-column = null
        column-value = "3000000000"
        new-column-name = "c"
        column-type = "INT"
        date-format = "dd.MM.yyyy"
    """
    raise NotImplementedError(
        "Constant Value Column (node 1): write this function, see its docstring"
    )

# manual
# K2P1001 The constant '1 Feb 2020' of the type DateAndTimeCell cannot be written in Python.
def constant_value_column_1(source: pd.DataFrame) -> pd.DataFrame:
    """Not translated: Constant Value Column, node 1 (org.knime.base.node.preproc.constantvalue.ConstantValueColumnNodeFactory).

    The constant '1 Feb 2020' of the type DateAndTimeCell cannot be written in Python.

    Settings:
        replaced-column = null
        column-value = "1 Feb 2020"
        new-column-name = "c"
        column-type = "DATE"
        date-format = "d MMM yyyy"
    """
    raise NotImplementedError(
        "Constant Value Column (node 1): write this function, see its docstring"
    )

# manual
# K2P1001 The regular expression 'a++' has parts that Python's re does not have.
def row_filter_1(source: pd.DataFrame) -> pd.DataFrame:
    """Not translated: Row Filter, node 1 (org.knime.base.node.preproc.filter.row.RowFilterNodeFactory).

    The regular expression 'a++' has parts that Python's re does not have.

    Settings:
        rowFilter/RowFilter_TypeID = "StringComp_RowFilter"
        rowFilter/ColumnName = "name"
        rowFilter/include = true
        rowFilter/deepFiltering = false
        rowFilter/CaseSensitive = false
        rowFilter/Pattern = "a++"
        rowFilter/hasWildCards = false
        rowFilter/isRegExpr = true
    """
    raise NotImplementedError(
        "Row Filter (node 1): write this function, see its docstring"
    )

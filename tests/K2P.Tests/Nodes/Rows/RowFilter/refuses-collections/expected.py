# manual
# K2P1001 The condition looks into the elements of collections.
def row_filter_1(source: pd.DataFrame) -> pd.DataFrame:
    """Not translated: Row Filter, node 1 (org.knime.base.node.preproc.filter.row.RowFilterNodeFactory).

    The condition looks into the elements of collections.

    Settings:
        rowFilter/RowFilter_TypeID = "MissingVal_RowFilter"
        rowFilter/ColumnName = "list"
        rowFilter/include = true
        rowFilter/deepFiltering = true
    """
    raise NotImplementedError(
        "Row Filter (node 1): write this function, see its docstring"
    )

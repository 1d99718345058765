# manual
# K2P1001 The operator 'ALMOST' is not known for this column.
def row_filter_1(source: pd.DataFrame) -> pd.DataFrame:
    """Not translated: Row Filter, node 1 (org.knime.base.node.preproc.filter.row3.RowFilterNodeFactory).

    The operator 'ALMOST' is not known for this column.

    Settings:
        matchCriteria = "AND"
        predicates/0/column/selected = "age"
        predicates/0/operator = "ALMOST"
        predicates/0/predicateValues/values/0/typeIdentifier/cell_class = "org.knime.core.data.def.IntCell"
        predicates/0/predicateValues/values/0/typeIdentifier/is_null = false
        predicates/0/predicateValues/values/0/value = 18
        predicates/0/predicateValues/inputKind = "SINGLE"
        domains = "RETAIN"
        outputMode = "MATCHING"
    """
    raise NotImplementedError(
        "Row Filter (node 1): write this function, see its docstring"
    )

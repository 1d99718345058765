# manual
# K2P1001 The aggregation method 'Shapley value' has no translation.
def node_1(source: pd.DataFrame) -> pd.DataFrame:
    """Not translated: Node, node 1 (org.knime.base.node.preproc.groupby.GroupByNodeFactory).

    The aggregation method 'Shapley value' has no translation.

    Settings:
        grouByColumns/InclList/0 = "country"
        grouByColumns/keep_all_columns_selected = false
        maxNoneNumericalVals = 10000
        enableHilite = false
        sortInMemory = false
        aggregationColumn/columnNames/0 = "name"
        aggregationColumn/columnTypes/0/cell_class = "org.knime.core.data.def.StringCell"
        aggregationColumn/columnTypes/0/is_null = false
        aggregationColumn/aggregationMethod/0 = "Shapley value"
        aggregationColumn/inclMissingVals/0 = true
        columnNamePolicy = "Aggregation method (column name)"
        retainOrder = false
        inMemory = false
        valueDelimiter = ", "
        nodeVersion = 1
        typeMatch = 0
    """
    raise NotImplementedError("Node (node 1): write this function, see its docstring")

# manual
# K2P1006 Setting 'column-filter/filter-type' has the unknown value 'by-magic'.
def column_filter_1(source: pd.DataFrame) -> pd.DataFrame:
    """Not translated: Column Filter, node 1 (org.knime.base.node.preproc.filter.column.DataColumnSpecFilterNodeFactory).

    Setting 'column-filter/filter-type' has the unknown value 'by-magic'.

    Settings:
        column-filter/filter-type = "by-magic"
        column-filter/enforce_option = "EnforceExclusion"
        column-filter/name_pattern/pattern = ""
        column-filter/name_pattern/type = "Wildcard"
        column-filter/name_pattern/caseSensitive = true
        column-filter/name_pattern/excludeMatching = false
    """
    raise NotImplementedError(
        "Column Filter (node 1): write this function, see its docstring"
    )

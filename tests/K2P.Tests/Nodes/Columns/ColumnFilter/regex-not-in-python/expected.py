# manual
# K2P1001 The regular expression '\p{Lu}.*+' has a construct that Python does not have.
def column_filter_1(source: pd.DataFrame) -> pd.DataFrame:
    """Not translated: Column Filter, node 1 (org.knime.base.node.preproc.filter.column.DataColumnSpecFilterNodeFactory).

    The regular expression '\\p{Lu}.*+' has a construct that Python does not have.

    Settings:
        column-filter/filter-type = "name_pattern"
        column-filter/enforce_option = "EnforceExclusion"
        column-filter/name_pattern/pattern = "\\p{Lu}.*+"
        column-filter/name_pattern/type = "Regex"
        column-filter/name_pattern/caseSensitive = true
        column-filter/name_pattern/excludeMatching = false
    """
    raise NotImplementedError(
        "Column Filter (node 1): write this function, see its docstring"
    )

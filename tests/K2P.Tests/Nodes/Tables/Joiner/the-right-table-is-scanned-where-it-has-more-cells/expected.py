# exact
def node_1(source: pd.DataFrame, source_4: pd.DataFrame) -> pd.DataFrame:
    """Inner join on key = code (Node, node 1)."""
    rows = matching_rows([source["key"]], [source_4["code"]])
    by_left = source.loc[:, source.columns.isin(["key"])].size >= source_4.size
    rows = in_scan_order(rows, [source["key"]], [source_4["code"]], by_left)
    joined = join_columns(
        source.loc[:, source.columns.isin(["key"])], source_4, rows, " (right)"
    )
    return joined

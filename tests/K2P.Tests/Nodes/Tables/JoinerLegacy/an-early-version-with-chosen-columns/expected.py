# exact
def node_1(source: pd.DataFrame, source_4: pd.DataFrame) -> pd.DataFrame:
    """Left outer join on key = code (Node, node 1)."""
    rows = matching_rows([source["key"]], [source_4["code"]])
    rows = joined_rows(rows, unmatched_rows(rows, "left", len(source)))
    return join_columns(
        source.loc[:, source.columns.isin(["int", "key"])],
        source_4.loc[:, source_4.columns.isin(["int"])],
        rows,
        None,
    ).set_axis(joined_ids(source, source_4, rows, "_"))

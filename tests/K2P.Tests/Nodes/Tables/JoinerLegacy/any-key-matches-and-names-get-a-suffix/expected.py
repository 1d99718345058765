# exact
def node_1(source: pd.DataFrame, source_4: pd.DataFrame) -> pd.DataFrame:
    """Inner join on key = code or int (Node, node 1)."""
    rows = rows_matching_any(
        [source["key"], source["int"]], [source_4["code"], source_4["int"]]
    )
    return join_columns(
        source.drop(columns=["key", "int"], errors="ignore"), source_4, rows, "(*)"
    ).set_axis(joined_ids(source, source_4, rows, "+"))

# exact
def node_1(source: pd.DataFrame, source_4: pd.DataFrame) -> pd.DataFrame:
    """Full outer join on key = code (Node, node 1)."""
    rows = matching_rows([source["key"]], [source_4["code"]])
    rows = joined_rows(
        rows,
        unmatched_rows(rows, "left", len(source)),
        unmatched_rows(rows, "right", len(source_4)),
    )
    by_left = source.size >= source_4.size
    rows = in_scan_order(rows, [source["key"]], [source_4["code"]], by_left)
    joined = join_columns(source, source_4, rows, " (right)")
    return joined.set_axis(joined_ids(source, source_4, rows, "_"))

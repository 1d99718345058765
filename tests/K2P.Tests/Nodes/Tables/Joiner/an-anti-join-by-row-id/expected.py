# exact
def node_1(source: pd.DataFrame, source_4: pd.DataFrame) -> pd.DataFrame:
    """Left anti join on RowID = code (Node, node 1)."""
    rows = matching_rows(
        [pd.Series(row_ids(source.index), dtype=object)], [source_4["code"]]
    )
    rows = joined_rows(unmatched_rows(rows, "left", len(source)))
    by_left = source.size >= source_4.size
    rows = in_scan_order(
        rows,
        [pd.Series(row_ids(source.index), dtype=object)],
        [source_4["code"]],
        by_left,
    )
    joined = join_columns(source, source_4, rows, " (right)")
    return joined.set_axis(kept_ids(source, source_4, rows))

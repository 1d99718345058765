# exact
def node_1(source: pd.DataFrame, source_4: pd.DataFrame) -> pd.DataFrame:
    """Left outer join on key = code or int = n (Node, node 1)."""
    rows = rows_matching_any(
        [key_texts(source["key"]), key_texts(source["int"])],
        [key_texts(source_4["code"]), key_texts(source_4["n"])],
    )
    rows = joined_rows(rows, unmatched_rows(rows, "left", len(source)))
    by_left = source.size >= source_4.size
    rows = in_any_scan_order(
        rows,
        [key_texts(source["key"]), key_texts(source["int"])],
        [key_texts(source_4["code"]), key_texts(source_4["n"])],
        by_left,
    )
    joined = join_columns(
        source, source_4.drop(columns=["code"], errors="ignore"), rows, " (right)"
    )
    return joined.set_axis(joined_ids(source, source_4, rows, "_"))

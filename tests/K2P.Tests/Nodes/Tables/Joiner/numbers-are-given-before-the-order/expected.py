# exact
def node_1(source: pd.DataFrame, source_4: pd.DataFrame) -> pd.DataFrame:
    """Left outer join on key = code (Node, node 1)."""
    rows = matching_rows([source["key"]], [source_4["code"]])
    rows = joined_rows(rows, unmatched_rows(rows, "left", len(source)))
    by_left = source.size >= source_4.size
    found = in_scan_order(rows, [source["key"]], [source_4["code"]], by_left)
    joined = join_columns(
        source, source_4.drop(columns=["code"], errors="ignore"), rows, " (right)"
    )
    return joined.set_axis(
        rows.merge(found.reset_index(), how="left")["index"].tolist()
    )

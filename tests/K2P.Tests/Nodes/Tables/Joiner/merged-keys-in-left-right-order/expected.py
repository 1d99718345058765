# exact
def node_1(source: pd.DataFrame, source_4: pd.DataFrame) -> pd.DataFrame:
    """Full outer join on key = code (Node, node 1)."""
    rows = matching_rows([source["key"]], [source_4["code"]])
    rows = joined_rows(
        rows,
        unmatched_rows(rows, "left", len(source)),
        unmatched_rows(rows, "right", len(source_4)),
    )
    joined = join_columns(
        source.rename(columns={"key": "key=code"}),
        source_4.drop(columns=["code"], errors="ignore"),
        rows,
        " (right)",
    )
    keys = take_rows(source_4, rows["right"])
    joined["key=code"] = merged_keys(joined["key=code"], keys["code"], rows)
    return joined.set_axis(joined_ids(source, source_4, rows, "_"))

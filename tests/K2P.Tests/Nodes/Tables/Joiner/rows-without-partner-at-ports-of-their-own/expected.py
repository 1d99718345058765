# exact
def node_1(source: pd.DataFrame, source_4: pd.DataFrame) -> tuple:
    """Full outer join on key = code (Node, node 1)."""
    rows = matching_rows([source["key"]], [source_4["code"]])
    rows = joined_rows(
        rows,
        unmatched_rows(rows, "left", len(source)),
        unmatched_rows(rows, "right", len(source_4)),
    )
    by_left = (
        source.drop(columns=["int"], errors="ignore").size
        >= source_4.loc[:, source_4.columns.isin(["int", "code"])].size
    )
    rows = in_scan_order(rows, [source["key"]], [source_4["code"]], by_left)
    pairs = rows.dropna().reset_index(drop=True)
    joined = join_columns(
        source.drop(columns=["int"], errors="ignore"),
        source_4.loc[:, source_4.columns.isin(["int"])],
        pairs,
        " (right)",
    )
    return (
        joined.set_axis(joined_ids(source, source_4, pairs, "_")),
        source.drop(columns=["int"], errors="ignore").iloc[
            rows.loc[rows["right"].isna(), "left"].tolist()
        ],
        source_4.loc[:, source_4.columns.isin(["int"])].iloc[
            rows.loc[rows["left"].isna(), "right"].tolist()
        ],
    )

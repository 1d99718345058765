# exact
def node_1(source: pd.DataFrame, source_4: pd.DataFrame) -> pd.DataFrame:
    """Right outer join on RowID (Node, node 1)."""
    rows = matching_rows(
        [pd.Series(row_ids(source.index), dtype=object)],
        [pd.Series(row_ids(source_4.index), dtype=object)],
    )
    rows = joined_rows(rows, unmatched_rows(rows, "right", len(source_4)))
    return join_columns(
        source, source_4.drop(columns=source.columns, errors="ignore"), rows, None
    ).set_axis(kept_ids(source, source_4, rows))

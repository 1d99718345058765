# exact
def row_id_1(source: pd.DataFrame) -> pd.DataFrame:
    """Take the RowIDs from id (RowID, node 1)."""
    return source.set_axis(
        row_labels_from(source["id"], replace_missing=True, count_repeated=True)
    )

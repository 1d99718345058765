# exact
def row_id_1(source: pd.DataFrame) -> pd.DataFrame:
    """Take the RowIDs from age and put the old ones into old (RowID, node 1)."""
    return (
        source.drop(columns="age")
        .assign(**{"old": row_id_texts(source)})
        .set_axis(row_labels_from(source["age"]))
    )

# exact
def node_1(
    source: pd.DataFrame, source_5: pd.DataFrame, source_6: pd.DataFrame
) -> pd.DataFrame:
    """Put 3 tables below each other (Node, node 1)."""
    rows = stack_tables([source, source_5, source_6])
    ids = suffix_repeated(row_ids(rows.index), "_dup")
    return rows.set_axis(row_labels(ids))

# exact
def node_1(source: pd.DataFrame, source_4: pd.DataFrame) -> pd.DataFrame:
    """Put 2 tables below each other (Node, node 1)."""
    rows = stack_tables([source, source_4])
    ids = suffix_repeated(row_ids(rows.index), "_dup")
    return rows.set_axis(row_labels(ids))

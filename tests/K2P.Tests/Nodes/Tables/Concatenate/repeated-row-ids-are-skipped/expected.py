# exact
def node_1(source: pd.DataFrame, source_4: pd.DataFrame) -> pd.DataFrame:
    """Put 2 tables below each other (Node, node 1)."""
    rows = stack_tables([source, source_4])
    ids = pd.Index(row_ids(rows.index))
    return rows[~ids.duplicated()]

# exact
def sorter_1(source: pd.DataFrame) -> pd.DataFrame:
    """Sort by RowID (Sorter, node 1)."""
    return source.sort_index(ascending=False, key=row_id_keys)

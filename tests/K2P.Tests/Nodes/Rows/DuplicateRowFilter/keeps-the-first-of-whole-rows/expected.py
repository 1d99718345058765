# exact
def duplicate_row_filter_1(source: pd.DataFrame) -> pd.DataFrame:
    """Remove rows that are duplicates (Duplicate Row Filter, node 1)."""
    return source.drop_duplicates()

# exact
def column_resorter_1(source: pd.DataFrame) -> pd.DataFrame:
    """Keep the order of the columns (Column Resorter, node 1)."""
    return source

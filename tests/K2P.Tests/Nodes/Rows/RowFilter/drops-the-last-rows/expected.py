# exact
def row_filter_1(source: pd.DataFrame) -> pd.DataFrame:
    """Keep the rows with not (the last 2 rows) (Row Filter, node 1)."""
    return source.head(-2)

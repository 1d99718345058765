# exact
def row_filter_1(source: pd.DataFrame) -> pd.DataFrame:
    """Keep the rows with not (row numbers 2 to 3) (Row Filter, node 1)."""
    return source.drop(index=source.index[1:3])

# exact
def row_splitter_1(source: pd.DataFrame) -> tuple:
    """Split off the rows with row number <= 2 (Row Splitter, node 1)."""
    return source.head(2), source.iloc[2:]

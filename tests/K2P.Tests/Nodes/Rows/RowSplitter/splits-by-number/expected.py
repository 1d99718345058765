# exact
def row_splitter_1(source: pd.DataFrame) -> tuple:
    """Split off the rows with age < 30 (Row Splitter, node 1)."""
    matches = (source["age"] < 30).fillna(False)
    return source[matches], source[~matches]

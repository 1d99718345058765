# exact
def row_splitter_1(source: pd.DataFrame) -> tuple:
    """Split off the rows with age is not missing (Row Splitter, node 1)."""
    matches = source["age"].notna()
    return source[matches], source[~matches]

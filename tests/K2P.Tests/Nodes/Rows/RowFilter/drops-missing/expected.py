# exact
def row_filter_1(source: pd.DataFrame) -> pd.DataFrame:
    """Keep the rows with score is not missing (Row Filter, node 1)."""
    return source[source["score"].notna()]

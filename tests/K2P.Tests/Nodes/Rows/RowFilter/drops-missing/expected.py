# exact
def row_filter_1(source: pd.DataFrame) -> pd.DataFrame:
    """Keep the rows with not (score is missing) (Row Filter, node 1)."""
    return source[source["score"].notna()]

# exact
def row_filter_1(source: pd.DataFrame) -> pd.DataFrame:
    """Keep the rows with score != 0.5 (Row Filter, node 1)."""
    return source[source["score"].notna() & (source["score"] != 0.5)]

# exact
def row_filter_1(source: pd.DataFrame) -> pd.DataFrame:
    """Keep the rows with age != 30 (Row Filter, node 1)."""
    return source[(source["age"] != 30).fillna(True)]

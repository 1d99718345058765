# exact
def row_filter_1(source: pd.DataFrame) -> pd.DataFrame:
    """Keep the rows with not (18 <= age <= 30) (Row Filter, node 1)."""
    return source[~source["age"].between(18, 30).fillna(False)]

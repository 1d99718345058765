# exact
def column_filter_1(source: pd.DataFrame) -> pd.DataFrame:
    """Drop 1 column (Column Filter, node 1)."""
    return source.drop(columns=["age"], errors="ignore")

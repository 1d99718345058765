# exact
def column_filter_1(source: pd.DataFrame) -> pd.DataFrame:
    """Drop 2 columns (Column Filter, node 1)."""
    return source.drop(columns=["id", "gone"], errors="ignore")

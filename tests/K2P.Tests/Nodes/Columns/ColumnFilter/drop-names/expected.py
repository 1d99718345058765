# exact
def column_filter_1(source: pd.DataFrame) -> pd.DataFrame:
    """Drop 3 columns (Column Filter, node 1)."""
    return source.drop(columns=["name", "gone", "ok"], errors="ignore")

# exact
def missing_value_column_filter_1(source: pd.DataFrame) -> pd.DataFrame:
    """Drop columns with a missing value (Missing Value Column Filter, node 1)."""
    names = [name for name in source.columns if column_kind(source[name]) == "text"]
    dropped = [name for name in names if source[name].isna().any()]
    return source.drop(columns=dropped)

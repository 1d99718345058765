# exact
def missing_value_column_filter_1(source: pd.DataFrame) -> pd.DataFrame:
    """Drop columns with at least 1 missing values (Missing Value Column Filter, node 1)."""
    names = [name for name in source.columns if name not in ["r"]]
    dropped = [name for name in names if source[name].isna().sum() >= 1]
    return source.drop(columns=dropped)

# exact
def missing_value_column_filter_1(source: pd.DataFrame) -> pd.DataFrame:
    """Drop columns with at least 50 % missing values (Missing Value Column Filter, node 1)."""
    names = [name for name in source.columns if name in ["p", "q"]]
    dropped = [name for name in names if source[name].isna().mean() * 100 >= 50.0]
    return source.drop(columns=dropped)

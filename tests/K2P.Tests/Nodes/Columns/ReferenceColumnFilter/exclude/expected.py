# exact
def reference_column_filter_1(
    source: pd.DataFrame, source_4: pd.DataFrame
) -> pd.DataFrame:
    """Drop the columns that the reference table has (Reference Column Filter, node 1)."""
    return source.drop(columns=source_4.columns, errors="ignore")

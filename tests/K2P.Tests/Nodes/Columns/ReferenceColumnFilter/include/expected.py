# exact
def reference_column_filter_1(
    source: pd.DataFrame, source_4: pd.DataFrame
) -> pd.DataFrame:
    """Keep the columns that the reference table has (Reference Column Filter, node 1)."""
    return source.loc[:, source.columns.isin(source_4.columns)]

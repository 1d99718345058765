# exact
def column_filter_1(source: pd.DataFrame) -> pd.DataFrame:
    """Keep 1 column (Column Filter, node 1)."""
    return source.loc[:, source.columns.isin(["b"])]

# exact
def column_filter_configuration_1(source: pd.DataFrame) -> pd.DataFrame:
    """Keep 1 column (Column Filter Configuration, node 1)."""
    return source.loc[:, source.columns.isin(["b"])]

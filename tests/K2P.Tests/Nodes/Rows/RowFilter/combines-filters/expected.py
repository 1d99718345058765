# exact
def row_filter_1(source: pd.DataFrame) -> pd.DataFrame:
    """Keep the rows with row number > 1 and age is not missing (Row Filter, node 1)."""
    return source[(np.arange(len(source)) >= 1) & source["age"].notna()]

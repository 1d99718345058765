# exact
def row_filter_1(source: pd.DataFrame) -> pd.DataFrame:
    """Keep the rows with row number > 1 and not (age is missing) (Row Filter, node 1)."""
    return source[(np.arange(len(source)) >= 1) & source["age"].notna()]

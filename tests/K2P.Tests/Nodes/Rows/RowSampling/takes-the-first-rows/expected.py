# exact
def row_sampling_1(source: pd.DataFrame) -> pd.DataFrame:
    """Keep the first 3 rows (Row Sampling, node 1)."""
    return source.head(3)

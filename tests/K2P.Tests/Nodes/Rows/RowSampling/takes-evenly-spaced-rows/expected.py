# exact
def row_sampling_1(source: pd.DataFrame) -> pd.DataFrame:
    """Keep 3 rows evenly spaced (Row Sampling, node 1)."""
    return source[linear_rows(len(source), 3)]

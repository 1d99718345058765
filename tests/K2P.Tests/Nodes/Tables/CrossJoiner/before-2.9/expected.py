# exact
def cross_joiner_1(source: pd.DataFrame, source_4: pd.DataFrame) -> pd.DataFrame:
    """Put every row of the second table beside every row of the first (Cross Joiner, node 1)."""
    return cross_joined(source, source_4, " (right)")

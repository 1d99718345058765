# exact
def transpose_1(source: pd.DataFrame) -> pd.DataFrame:
    """Swap rows and columns (Transpose, node 1)."""
    return transposed(source)

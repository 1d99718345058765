# exact
def row_id_1(source: pd.DataFrame) -> pd.DataFrame:
    """Number the RowIDs (RowID, node 1)."""
    return source.reset_index(drop=True)

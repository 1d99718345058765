# exact
def column_rename_1(source: pd.DataFrame) -> pd.DataFrame:
    """Rename 2 columns (Column Rename, node 1)."""
    return source.rename(columns={"id": "key", "gone": "x"})

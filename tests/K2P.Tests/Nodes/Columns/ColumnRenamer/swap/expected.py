# exact
def column_renamer_1(source: pd.DataFrame) -> pd.DataFrame:
    """Rename 3 columns (Column Renamer, node 1)."""
    return source.rename(columns={"id": "age", "age": "id", "gone": "x"})

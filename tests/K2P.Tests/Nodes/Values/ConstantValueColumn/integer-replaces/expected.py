# exact
def constant_value_column_1(source: pd.DataFrame) -> pd.DataFrame:
    """Replace a column with a constant (Constant Value Column, node 1)."""
    return source.assign(b=pd.Series(-7, index=source.index, dtype="Int64"))

# exact
def constant_value_column_1(source: pd.DataFrame) -> pd.DataFrame:
    """Append a column with a constant (Constant Value Column, node 1)."""
    name = unique_name(" a", source.columns)
    return source.assign(**{name: 'it\'s "so"\nand so'})

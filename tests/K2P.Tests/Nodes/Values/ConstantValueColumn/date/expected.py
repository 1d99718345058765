# exact
def constant_value_column_1(source: pd.DataFrame) -> pd.DataFrame:
    """Append a column with a constant (Constant Value Column, node 1)."""
    name = unique_name("c", source.columns)
    return source.assign(
        **{name: pd.Series("2020-02-01", index=source.index, dtype="datetime64[ns]")}
    )

# exact
def constant_value_column_1(source: pd.DataFrame) -> pd.DataFrame:
    """Append a column with a constant (Constant Value Column, node 1)."""
    return source.assign(
        **{
            unique_name("c", source.columns): pd.Series(
                True, index=source.index, dtype="boolean"
            )
        }
    )

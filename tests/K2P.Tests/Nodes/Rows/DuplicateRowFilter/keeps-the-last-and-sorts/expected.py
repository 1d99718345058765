# exact
def duplicate_row_filter_1(source: pd.DataFrame) -> pd.DataFrame:
    """Remove rows that are duplicates (Duplicate Row Filter, node 1)."""
    columns = [name for name in source.columns if name in ["key"]]
    return source.drop_duplicates(columns, keep="last").sort_values(
        columns, na_position="first"
    )

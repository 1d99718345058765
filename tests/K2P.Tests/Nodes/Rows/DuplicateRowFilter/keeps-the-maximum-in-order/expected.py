# exact
def duplicate_row_filter_1(source: pd.DataFrame) -> pd.DataFrame:
    """Remove rows that are duplicates (Duplicate Row Filter, node 1)."""
    columns = [name for name in source.columns if name in ["key"]]
    kept = (
        source.sort_values("value", ascending=False, kind="stable")
        .drop_duplicates(columns)
        .index
    )
    return source[source.index.isin(kept)]

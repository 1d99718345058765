# exact
def column_filter_1(source: pd.DataFrame) -> pd.DataFrame:
    """Keep the integer and double columns (Column Filter, node 1)."""
    return source[
        [
            name
            for name in source.columns
            if column_kind(source[name]) in ["integer", "double"]
        ]
    ]

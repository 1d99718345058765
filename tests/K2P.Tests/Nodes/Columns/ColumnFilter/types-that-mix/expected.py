# partial
# K2P1004 Columns are chosen by type, and a DataFrame holds several of KNIME's types as integer: all of these are taken.
def column_filter_1(source: pd.DataFrame) -> pd.DataFrame:
    """Keep the integer columns (Column Filter, node 1)."""
    return source[
        [name for name in source.columns if column_kind(source[name]) == "integer"]
    ]

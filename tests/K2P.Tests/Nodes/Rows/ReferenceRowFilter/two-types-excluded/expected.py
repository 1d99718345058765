# exact
def reference_row_filter_1(
    source: pd.DataFrame, source_4: pd.DataFrame
) -> pd.DataFrame:
    """Drop the rows whose n is a text of the reference table (Reference Row Filter, node 1)."""
    return source[~is_among(source["n"], source_4["text"])]

# exact
def row_filter_1(source: pd.DataFrame) -> pd.DataFrame:
    """Keep the rows with name from B to the last (Row Filter, node 1)."""
    return source[is_text_between(source["name"], lower="B")]

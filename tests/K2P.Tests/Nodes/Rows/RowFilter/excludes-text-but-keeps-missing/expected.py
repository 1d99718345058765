# exact
def row_filter_1(source: pd.DataFrame) -> pd.DataFrame:
    """Keep the rows with name != Ann (Row Filter, node 1)."""
    return source[source["name"] != "Ann"]

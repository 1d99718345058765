# exact
def row_filter_1(source: pd.DataFrame) -> pd.DataFrame:
    """Keep the rows with age >= 18 and name != Ann (Row Filter, node 1)."""
    return source[(source["age"] >= 18) & (source["name"] != "Ann")]

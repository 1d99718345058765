# exact
def column_merger_1(source: pd.DataFrame) -> pd.DataFrame:
    """Fill the gaps of p from q (Column Merger, node 1)."""
    merged = filled_from(source["p"], source["q"])
    return source.assign(p=merged).drop(columns="q")

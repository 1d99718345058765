# exact
def sorter_1(source: pd.DataFrame) -> pd.DataFrame:
    """Sort by city (Sorter, node 1)."""
    return source.sort_values("city", key=natural_order, kind="stable")

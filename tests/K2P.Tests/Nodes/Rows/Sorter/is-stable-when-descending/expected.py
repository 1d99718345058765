# exact
def sorter_1(source: pd.DataFrame) -> pd.DataFrame:
    """Sort by age (Sorter, node 1)."""
    return source.sort_values("age", ascending=False, kind="stable")

# exact
def sorter_1(source: pd.DataFrame) -> pd.DataFrame:
    """Sort by age, city (Sorter, node 1)."""
    return source.sort_values(["age", "city"], ascending=[True, False])

# exact
def sorter_1(source: pd.DataFrame) -> pd.DataFrame:
    """Sort by age, city (Sorter, node 1)."""
    return source.sort_values("city", ascending=False, kind="stable").sort_values(
        "age", na_position="first", kind="stable"
    )

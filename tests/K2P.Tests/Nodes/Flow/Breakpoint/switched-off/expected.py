# exact
def breakpoint_1(source: pd.DataFrame) -> pd.DataFrame:
    """Hand the table on (Breakpoint, node 1)."""
    return source

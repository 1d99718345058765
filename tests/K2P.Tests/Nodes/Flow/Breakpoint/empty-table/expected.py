# exact
def breakpoint_1(source: pd.DataFrame) -> pd.DataFrame:
    """Stop on a condition (Breakpoint, node 1)."""
    if len(source) == 0:
        raise RuntimeError("too many")
    return source

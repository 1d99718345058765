# exact
def node_1() -> pd.DataFrame:
    """Make a table of 1 row and 1 column (Node, node 1)."""
    return pd.DataFrame({"d": pd.array([1.5], dtype="float64")}, index=["R5!"])

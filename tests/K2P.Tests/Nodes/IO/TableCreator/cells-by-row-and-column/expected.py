# exact
def node_1() -> pd.DataFrame:
    """Make a table of 3 rows and 2 columns (Node, node 1)."""
    return pd.DataFrame(
        {"t": ["a", None, ""], "n": pd.array([1, None, -7], dtype="Int64")}
    )

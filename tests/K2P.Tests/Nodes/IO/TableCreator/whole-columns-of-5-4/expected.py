# exact
def node_1() -> pd.DataFrame:
    """Make a table of 2 rows and 2 columns (Node, node 1)."""
    return pd.DataFrame(
        {"t": ["x", None], "b": pd.array([True, False], dtype="boolean")}
    )

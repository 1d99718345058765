# exact
def node_1() -> pd.DataFrame:
    """Make a table of 0 rows and 1 column (Node, node 1)."""
    return pd.DataFrame({"t": pd.array([], dtype=object)})

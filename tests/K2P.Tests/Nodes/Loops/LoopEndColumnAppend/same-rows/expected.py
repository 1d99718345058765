# exact
def node_1(source: pd.DataFrame) -> pd.DataFrame:
    """The tables of all rounds side by side (Node, node 1)."""
    return append_rounds(source, same_rows=True)

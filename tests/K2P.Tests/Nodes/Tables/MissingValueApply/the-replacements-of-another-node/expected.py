# exact
def node_1(source: object, source_4: pd.DataFrame) -> pd.DataFrame:
    """Replace missing cells as in the first table (Node, node 1)."""
    return fill_columns(source_4, source)

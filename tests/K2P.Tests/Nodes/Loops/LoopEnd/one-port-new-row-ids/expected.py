# exact
def node_1(source: pd.DataFrame) -> pd.DataFrame:
    """The tables of all rounds below each other (Node, node 1)."""
    return collect_rounds(source, iteration=False, row_id_policy="new", changing=True)

# partial
# K2P1004 Flow variables that a round changed are not handed on behind the loop.
def node_1(source: pd.DataFrame) -> pd.DataFrame:
    """The tables of all rounds below each other (Node, node 1)."""
    return collect_rounds(source, row_id_policy="keep")

# approximate
# K2P1002 Rows that only a later round has are put behind the others; KNIME's order may be another.
def node_1(source: pd.DataFrame) -> pd.DataFrame:
    """The tables of all rounds side by side (Node, node 1)."""
    return append_rounds(source, same_rows=False)

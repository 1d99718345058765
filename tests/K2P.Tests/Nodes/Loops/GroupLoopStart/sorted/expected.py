# exact
def node_1(source: pd.DataFrame) -> Iterator:
    """One group of rows per round (Node, node 1)."""
    columns = [name for name in source.columns if name in ["city", "year"]]
    for iteration, (group, variables) in enumerate(
        groups_in_turn(source, columns, True)
    ):
        yield (group, {**variables, "currentIteration": iteration})

# exact
def node_1(source: pd.DataFrame) -> Iterator:
    """3 rounds with the same table (Node, node 1)."""
    for iteration in range(3):
        yield (source, {"currentIteration": iteration, "maxIterations": 3})

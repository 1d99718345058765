# exact
def node_1(source: pd.DataFrame) -> Iterator:
    """Pieces of 10 rows (Node, node 1)."""
    size = 10
    count = -(-len(source) // size)
    for iteration, start in enumerate(range(0, max(len(source), 1), size)):
        yield (
            source.iloc[start : start + size],
            {"currentIteration": iteration, "maxIterations": count},
        )

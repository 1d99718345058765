# exact
def node_1(source: pd.DataFrame) -> Iterator:
    """4 pieces of the table (Node, node 1)."""
    count = min(4, len(source))
    size = -(-len(source) // count)
    for iteration, start in enumerate(range(0, max(len(source), 1), size)):
        yield (
            source.iloc[start : start + size],
            {"currentIteration": iteration, "maxIterations": count},
        )

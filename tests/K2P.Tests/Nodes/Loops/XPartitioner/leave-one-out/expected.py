# exact
def node_1(source: pd.DataFrame) -> Iterator:
    """Each row in turn is the test (Node, node 1)."""
    folds = np.arange(len(source))
    for iteration in range(len(source)):
        is_test = folds == iteration
        yield (
            source[~is_test],
            source[is_test],
            {"currentIteration": iteration, "maxIterations": len(source)},
        )

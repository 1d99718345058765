# exact
def node_1(source: pd.DataFrame) -> Iterator:
    """10 folds, each in turn is the test (Node, node 1)."""
    folds = random_folds(len(source), 10, seed=42)
    for iteration in range(10):
        is_test = folds == iteration
        yield (
            source[~is_test],
            source[is_test],
            {"currentIteration": iteration, "maxIterations": 10},
        )

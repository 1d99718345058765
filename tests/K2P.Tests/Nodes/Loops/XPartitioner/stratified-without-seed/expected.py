# approximate
# K2P1002 The folds are drawn without a seed, in KNIME too.
def node_1(source: pd.DataFrame) -> Iterator:
    """10 folds, each in turn is the test (Node, node 1)."""
    folds = stratified_folds(source["class"], 10)
    for iteration in range(10):
        is_test = folds == iteration
        yield (
            source[~is_test],
            source[is_test],
            {"currentIteration": iteration, "maxIterations": 10},
        )

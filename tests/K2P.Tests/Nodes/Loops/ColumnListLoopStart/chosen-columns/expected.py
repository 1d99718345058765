# exact
def node_1(source: pd.DataFrame) -> Iterator:
    """One of the columns per round (Node, node 1)."""
    columns = [name for name in source.columns if name in ["a", "b"]]
    if not columns:
        raise ValueError("no column is chosen")
    for iteration, column in enumerate(columns):
        others = [each for each in columns if each != column]
        yield (
            source.drop(columns=others),
            {"currentColumnName": column, "currentIteration": iteration},
        )

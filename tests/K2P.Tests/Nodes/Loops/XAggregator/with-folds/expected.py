# exact
def node_1(source: pd.DataFrame) -> tuple:
    """The predictions and the errors of all folds (Node, node 1)."""
    return collect_folds(source, "class", "Prediction (class)", fold_column=True)

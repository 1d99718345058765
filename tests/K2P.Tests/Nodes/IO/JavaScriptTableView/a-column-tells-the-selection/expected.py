# approximate
# K2P1002 What a user selected in the view is not known: no row is selected.
def node_1(source: pd.DataFrame) -> pd.DataFrame:
    """Hand the table on with the selection of the view (Node, node 1)."""
    name = unique_name("Selected", source.columns)
    return source.assign(
        **{name: pd.Series(False, index=source.index, dtype="boolean")}
    )

# exact
def node_1(source: pd.DataFrame, source_4: pd.DataFrame) -> pd.DataFrame:
    """Inner join on key = code (Node, node 1)."""
    rows = matching_rows([source["key"]], [source_4["code"]])
    others = source_4.drop(columns=["code"], errors="ignore")
    if source.columns.isin(others.columns).any():
        raise ValueError("the tables have columns of the same name")
    return join_columns(source, others, rows, None).set_axis(
        joined_ids(source, source_4, rows, "_")
    )

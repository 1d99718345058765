# exact
def node_1(source: pd.DataFrame) -> pd.DataFrame:
    """Last of id by country (Node, node 1)."""
    groups = source.groupby("country", dropna=False, sort=False)
    return pd.DataFrame({"id": first_cells(groups["id"], keep="last")}).reset_index()

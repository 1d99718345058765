# exact
def node_1(source: pd.DataFrame) -> pd.DataFrame:
    """First of name, Last of name by country (Node, node 1)."""
    groups = source.groupby("country", dropna=False, sort=False)
    result = pd.DataFrame(
        {
            "name (First)": first_cells(groups["name"]),
            "name (Last*)": groups["name"].last(),
        }
    ).reset_index()
    places = result.sort_values("country", na_position="first").index
    return result.set_axis(np.argsort(places))

# exact
def node_1(source: pd.DataFrame) -> pd.DataFrame:
    """First of country, Sum of id by country (Node, node 1)."""
    ordered = source.sort_values("country", na_position="first", kind="stable")
    groups = ordered.groupby("country", dropna=False, sort=False)
    return (
        pd.DataFrame(
            {
                "country_1": first_cells(groups["country"]),
                "id": groups["id"].sum(min_count=1),
            }
        )
        .reset_index()
        .astype({"id": "float64"})
    )

# exact
def node_1(source: pd.DataFrame) -> pd.DataFrame:
    """Unique count of name, List of id and 1 more by country (Node, node 1)."""
    ordered = source.sort_values("country", na_position="first", kind="stable")
    groups = ordered.groupby("country", dropna=False, sort=False)
    return (
        pd.DataFrame(
            {
                "Unique count(name)": groups["name"]
                .nunique(dropna=False)
                .where(lambda count: count <= 1),
                "List(id)": each_group(groups["id"], cell_list, limit=1),
                "Median(age)": groups["age"].median().where(groups["age"].count() <= 1),
            }
        )
        .reset_index()
        .astype({"Unique count(name)": "Int64", "Median(age)": "float64"})
    )

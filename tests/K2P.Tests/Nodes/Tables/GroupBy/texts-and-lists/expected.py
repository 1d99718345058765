# exact
def node_1(source: pd.DataFrame) -> pd.DataFrame:
    """Concatenate of name, Concatenate of age and 7 more by country (Node, node 1)."""
    ordered = source.sort_values("country", na_position="first", kind="stable")
    groups = ordered.groupby("country", dropna=False, sort=False)
    return (
        pd.DataFrame(
            {
                "Concatenate(name)": each_group(groups["name"], joined_cells, "|"),
                "Concatenate*(age)": each_group(
                    groups["age"], joined_cells, "|", missing=False
                ),
                "Unique concatenate*(name)": each_group(
                    groups["name"], joined_distinct_cells, "|", missing=False
                ),
                "Unique concatenate with count(name)": each_group(
                    groups["name"], joined_distinct_cells, "|", counts=True
                ),
                "List(id)": each_group(groups["id"], cell_list),
                "Set*(name)": each_group(groups["name"], distinct_cells, missing=False),
                "Sorted list(id)": each_group(groups["id"], sorted_cells),
                "Mode(name)": each_group(
                    groups["name"], most_frequent, dtype=source["name"].dtype
                ),
                "Unique count*(name)": groups["name"]
                .nunique()
                .where(lambda count: count <= 10000),
            }
        )
        .reset_index()
        .astype({"Unique count*(name)": "Int64"})
    )

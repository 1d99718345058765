# exact
def node_1(source: pd.DataFrame) -> pd.DataFrame:
    """Mean of day, Concatenate of day and 2 more by country (Node, node 1)."""
    ordered = source.sort_values("country", na_position="first", kind="stable")
    groups = ordered.groupby("country", dropna=False, sort=False)
    return (
        pd.DataFrame(
            {
                "Mean(day)": each_group(
                    groups["day"], mean_date, days=True, dtype="datetime64[ns]"
                ),
                "Concatenate*(day)": each_group(
                    groups["day"], joined_cells, ", ", dates=True, missing=False
                ),
                "Union(tags)": each_group(groups["tags"], union_of_lists),
                "Element count(tags)": each_group(groups["tags"], element_count),
            }
        )
        .reset_index()
        .astype({"Element count(tags)": "Int64"})
    )

# exact
def node_1(source: pd.DataFrame) -> pd.DataFrame:
    """Mean of age, Sum of id and 5 more by country (Node, node 1)."""
    ordered = source.sort_values("country", na_position="first", kind="stable")
    groups = ordered.groupby("country", dropna=False, sort=False)
    return (
        pd.DataFrame(
            {
                "Mean(age)": groups["age"].mean(),
                "Sum(id)": int_sums(groups["id"]),
                "Count(id)": groups.size(),
                "Count*(id)": groups["id"].count(),
                "Standard deviation(age)": np.sqrt(variances(groups["age"])),
                "Max(age)": groups["age"].max(),
                "Min*(name)": each_group(
                    groups["name"], least_cell, dtype=source["name"].dtype
                ),
            }
        )
        .reset_index()
        .astype(
            {
                "Mean(age)": "float64",
                "Count(id)": "Int64",
                "Count*(id)": "Int64",
                "Standard deviation(age)": "float64",
            }
        )
    )

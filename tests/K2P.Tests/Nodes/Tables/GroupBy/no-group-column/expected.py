# exact
def node_1(source: pd.DataFrame) -> pd.DataFrame:
    """Median of age, 0.25-quantile of age and 3 more over all rows (Node, node 1)."""
    groups = source.groupby(np.zeros(len(source)))
    return (
        pd.DataFrame(
            {
                "Median(age)": each_group(
                    groups["age"], middle_number, upper=True, dtype=float
                ),
                "0.25-quantile(age)": each_group(
                    groups["age"], quantile, 0.25, dtype=float
                ),
                "Range(id)": groups["id"].max() - groups["id"].min(),
                "Percent*(id)": groups["id"].count() / len(source) * 100,
                "Missing value count(name)": groups.size() - groups["name"].count(),
            }
        )
        .reset_index(drop=True)
        .astype({"Percent*(id)": "float64", "Missing value count(name)": "Int64"})
    )

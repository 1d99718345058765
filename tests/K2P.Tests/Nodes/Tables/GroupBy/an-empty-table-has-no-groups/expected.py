# exact
def node_1(source: pd.DataFrame) -> pd.DataFrame:
    """Mean of age, First of id over all rows (Node, node 1)."""
    groups = source.groupby(np.zeros(len(source)))
    return (
        pd.DataFrame(
            {"Mean(age)": groups["age"].mean(), "First(id)": first_cells(groups["id"])}
        )
        .reset_index(drop=True)
        .astype({"Mean(age)": "float64"})
    )

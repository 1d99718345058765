# exact
def node_1(source: pd.DataFrame) -> pd.DataFrame:
    """Groups by country (Node, node 1)."""
    ordered = source.sort_values("country", na_position="first", kind="stable")
    groups = ordered.groupby("country", dropna=False, sort=False)
    columns = {}
    for name in source.columns.difference(["country"], sort=False):
        if column_kind(source[name]) == "text":
            columns["Mode(" + name + ")"] = each_group(
                groups[name], most_frequent, dtype=source[name].dtype
            )
        if column_kind(source[name]) == "double":
            columns["Variance(" + name + ")"] = variances(groups[name]).astype(
                "float64"
            )
    return pd.DataFrame(columns).reset_index()

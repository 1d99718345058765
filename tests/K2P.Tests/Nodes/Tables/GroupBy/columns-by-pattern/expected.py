# exact
def node_1(source: pd.DataFrame) -> pd.DataFrame:
    """First of name by country (Node, node 1)."""
    ordered = source.sort_values("country", na_position="first", kind="stable")
    groups = ordered.groupby("country", dropna=False, sort=False)
    columns = {"First(name)": first_cells(groups["name"])}
    for name in source.columns.difference(["country", "name"], sort=False):
        if re.fullmatch(".*a.*e", name) and pd.api.types.is_numeric_dtype(source[name]):
            columns["Mean(" + name + ")"] = groups[name].mean().astype("float64")
        if re.fullmatch("i.", name):
            columns["Count*(" + name + ")"] = groups[name].count().astype("Int64")
    return pd.DataFrame(columns).reset_index()

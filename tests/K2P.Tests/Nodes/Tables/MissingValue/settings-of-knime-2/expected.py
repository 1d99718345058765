# exact
def node_1(source: pd.DataFrame) -> pd.DataFrame:
    """Replace the missing cells of 1 column, and of others by type (Node, node 1)."""
    replacements = {}
    for name in source.columns.intersection(["j"]):
        replacements[name] = REMOVE_ROW
    for name in source.columns.difference(["j"], sort=False):
        kind = column_kind(source[name])
        if kind == "integer":
            replacements[name] = rounded_mean(source[name])
        elif kind == "double":
            replacements[name] = source[name].min()
        elif kind == "text":
            replacements[name] = "size"
    return fill_columns(source, replacements)

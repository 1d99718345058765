# exact
def node_1(source: pd.DataFrame) -> tuple:
    """Replace the missing cells of 2 columns, and of others by type (Node, node 1)."""
    replacements = {}
    for name in source.columns.intersection(["s"]):
        replacements[name] = REMOVE_ROW
    for name in source.columns.intersection(["i"]):
        replacements[name] = pd.Series.ffill
    for name in source.columns.difference(["s", "i"], sort=False):
        kind = column_kind(source[name])
        if kind == "integer":
            replacements[name] = source[name].max()
        elif kind == "double":
            replacements[name] = source[name].astype("float64").median()
    return fill_columns(source, replacements), replacements

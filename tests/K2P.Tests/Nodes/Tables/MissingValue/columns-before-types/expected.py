# exact
def node_1(source: pd.DataFrame) -> tuple:
    """Replace the missing cells of 3 columns, and of others by type (Node, node 1)."""
    replacements = {}
    for name in source.columns.intersection(["j", "gone"]):
        replacements[name] = rounded_mean(source[name])
    for name in source.columns.intersection(["b"]):
        replacements[name] = first_mode(source[name])
    for name in source.columns.difference(["j", "gone", "b"], sort=False):
        kind = column_kind(source[name])
        if kind == "integer":
            replacements[name] = source[name].astype("float64").mean()
        elif kind == "double":
            replacements[name] = -1.0
        elif kind == "text":
            replacements[name] = "none"
    return fill_columns(source, replacements), replacements

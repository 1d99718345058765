# exact
def node_1(source: pd.DataFrame) -> tuple:
    """Replace the missing cells of 3 columns, and of others by type (Node, node 1)."""
    replacements = {}
    for name in source.columns.intersection(["i"]):
        replacements[name] = fill_between
    for name in source.columns.intersection(["j"]):
        replacements[name] = lambda column: fill_between(column, by_distance=False)
    for name in source.columns.intersection(["d"]):
        replacements[name] = lambda column: fill_by_window(column, 1, 2)
    for name in source.columns.difference(["i", "j", "d"], sort=False):
        kind = column_kind(source[name])
        if kind == "text":
            replacements[name] = pd.Series.bfill
    return fill_columns(source, replacements), replacements
